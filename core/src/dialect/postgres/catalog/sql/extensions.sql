-- oid, name, schema, version
SELECT ARRAY[e.oid::text, extname::text, nspname::text, extversion]
FROM pg_extension e JOIN pg_namespace n ON n.oid = extnamespace
WHERE extname <> 'plpgsql'
