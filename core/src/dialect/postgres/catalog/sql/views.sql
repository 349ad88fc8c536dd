-- oid, schema, name, materialised, owner, privileges, options, tablespace, access method, holds data, query
SELECT ARRAY[r.oid::text, nspname::text, relname::text, (relkind = 'm')::text, pg_get_userbyid(relowner)::text, relacl::text,
    reloptions::text, spcname::text, amname::text, relispopulated::text, pg_get_viewdef(r.oid)]
FROM relation r LEFT JOIN pg_tablespace s ON s.oid = reltablespace LEFT JOIN pg_am a ON a.oid = relam
WHERE relkind IN ('v', 'm')
