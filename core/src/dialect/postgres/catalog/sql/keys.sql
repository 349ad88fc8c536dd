-- Keys and exclusion constraints: oid, its index, table, name, kind (p, u, x), deferrable, deferred, columns by number with
-- the included ones, how many are not included, NULLS NOT DISTINCT, WITHOUT OVERLAPS, parameters, tablespace, schema and name
-- of the parent's index, whether that is a constraint's, definition of an exclusion constraint
SELECT ARRAY[c.oid::text, indexrelid::text, conrelid::text, conname::text, contype::text, condeferrable::text, condeferred::text,
    indkey::text, indnkeyatts::text,
    indnullsnotdistinct::text, --@15
    'false', --@<15
    conperiod::text, --@18
    'false', --@<18
    ic.reloptions::text, spcname::text, pn.nspname::text, pc.relname::text, (conparentid <> 0)::text,
    CASE WHEN contype = 'x' THEN pg_get_constraintdef(c.oid) END]
FROM pg_constraint c JOIN relation r ON r.oid = conrelid JOIN pg_index ON indexrelid = conindid
    JOIN pg_class ic ON ic.oid = indexrelid LEFT JOIN pg_tablespace s ON s.oid = ic.reltablespace
    LEFT JOIN pg_inherits ON inhrelid = indexrelid LEFT JOIN pg_class pc ON pc.oid = inhparent
    LEFT JOIN pg_namespace pn ON pn.oid = pc.relnamespace
WHERE contype IN ('p', 'u', 'x')
