-- Indexes of no constraint: oid, table, name, tablespace, schema and name of the parent's index, definition; for those whose
-- elements are columns with nothing said of them instead of the definition: unique, method, columns by number with the
-- included ones, how many are not included, their order (1: DESC, 2: NULLS FIRST), NULLS NOT DISTINCT, parameters, ON ONLY
SELECT ARRAY[indexrelid::text, indrelid::text, relname::text, spcname::text, parent_schema::text, parent::text,
        CASE WHEN NOT plain THEN pg_get_indexdef(indexrelid) END]
    || CASE WHEN plain THEN ARRAY[indisunique::text, amname::text, indkey::text, indnkeyatts::text, indoption::text,
        indnullsnotdistinct::text, --@15
        'false', --@<15
        reloptions::text, (relkind = 'I')::text] END
FROM (SELECT i.*, ic.relname, ic.reloptions, ic.relkind, amname, spcname, pn.nspname AS parent_schema, pc.relname AS parent,
        -- Printing is dear. What a btree on columns is follows from numbers, if it has but the operator classes and
        -- collations (100 is the default one, 0 none) that columns have by themselves.
        amname = 'btree' AND indexprs IS NULL AND indpred IS NULL AND indkey::text !~ '-' AND indcollation::text !~ '[^01 ]'
            AND NOT indclass::oid[] && ARRAY(SELECT oid FROM pg_opclass WHERE NOT opcdefault OR opcname = 'bpchar_ops') AS plain
    FROM pg_index i JOIN relation r ON r.oid = indrelid JOIN pg_class ic ON ic.oid = i.indexrelid
        LEFT JOIN pg_am am ON am.oid = ic.relam LEFT JOIN pg_tablespace s ON s.oid = ic.reltablespace
        LEFT JOIN pg_inherits ON inhrelid = i.indexrelid LEFT JOIN pg_class pc ON pc.oid = inhparent
        LEFT JOIN pg_namespace pn ON pn.oid = pc.relnamespace
    WHERE (indisvalid OR r.relkind = 'p') AND indisready
        AND i.indexrelid NOT IN (SELECT conindid FROM pg_constraint WHERE contype IN ('p', 'u', 'x'))) i
