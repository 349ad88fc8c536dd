-- oid, table, name, deferrable, deferred, valid, enforced, from the parent's, columns by number, table it points to, columns
-- there, on update, on delete, match, columns that ON DELETE sets, PERIOD; the definition where it points out of what is read
SELECT ARRAY[c.oid::text, c.conrelid::text, c.conname::text, c.condeferrable::text, c.condeferred::text, c.convalidated::text,
    c.conenforced::text, --@18
    'true', --@<18
    (c.conparentid <> 0)::text, c.conkey::text, c.confrelid::text, c.confkey::text, c.confupdtype::text, c.confdeltype::text,
    c.confmatchtype::text,
    c.confdelsetcols::text, --@15
    NULL, --@<15
    c.conperiod::text, --@18
    'false', --@<18
    CASE WHEN f.oid IS NULL THEN pg_get_constraintdef(c.oid) END]
FROM pg_constraint c JOIN relation r ON r.oid = c.conrelid LEFT JOIN relation f ON f.oid = c.confrelid
    LEFT JOIN pg_constraint p ON p.oid = c.conparentid AND c.conparentid <> 0
-- A key that points to a partitioned table has one of these more for each partition there.
WHERE c.contype = 'f' AND p.conrelid IS DISTINCT FROM c.conrelid
