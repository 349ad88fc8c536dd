-- Indexes of no constraint: oid, table, name, definition, tablespace, schema and name of the parent's index
SELECT ARRAY[i.indexrelid::text, indrelid::text, ic.relname::text, pg_get_indexdef(i.indexrelid), spcname::text,
    pn.nspname::text, pc.relname::text]
FROM pg_index i JOIN relation r ON r.oid = indrelid JOIN pg_class ic ON ic.oid = i.indexrelid
    LEFT JOIN pg_tablespace s ON s.oid = ic.reltablespace
    LEFT JOIN pg_inherits ON inhrelid = i.indexrelid LEFT JOIN pg_class pc ON pc.oid = inhparent
    LEFT JOIN pg_namespace pn ON pn.oid = pc.relnamespace
WHERE (indisvalid OR r.relkind = 'p') AND indisready
    AND i.indexrelid NOT IN (SELECT conindid FROM pg_constraint WHERE contype IN ('p', 'u', 'x'))
