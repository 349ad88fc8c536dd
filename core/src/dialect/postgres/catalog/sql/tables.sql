-- oid, schema, name, kind (r, p, f), owner, privileges, unlogged, parameters, toast parameters, tablespace, access method,
-- row security, forced, partition bound, partition key, schema and name of its type, server, options
SELECT ARRAY[r.oid::text, r.nspname::text, r.relname::text, r.relkind::text, pg_get_userbyid(r.relowner)::text, r.relacl::text,
    (r.relpersistence = 'u')::text, r.reloptions::text, t.reloptions::text, spcname::text, amname::text,
    r.relrowsecurity::text, r.relforcerowsecurity::text,
    CASE WHEN r.relispartition THEN pg_get_expr(r.relpartbound, r.oid) END,
    CASE WHEN r.relkind = 'p' THEN pg_get_partkeydef(r.oid) END,
    tn.nspname::text, ot.typname::text, srvname::text, ftoptions::text]
FROM relation r LEFT JOIN pg_class t ON t.oid = r.reltoastrelid
    LEFT JOIN pg_tablespace s ON s.oid = r.reltablespace LEFT JOIN pg_am a ON a.oid = r.relam
    LEFT JOIN pg_type ot ON ot.oid = r.reloftype AND r.reloftype <> 0 LEFT JOIN pg_namespace tn ON tn.oid = ot.typnamespace
    LEFT JOIN pg_foreign_table f ON ftrelid = r.oid LEFT JOIN pg_foreign_server fs ON fs.oid = ftserver
WHERE r.relkind IN ('r', 'p', 'f')
