-- role, schema, kind of objects (r, S, f, T, n, L), privileges
SELECT ARRAY[pg_get_userbyid(defaclrole)::text, nspname::text, defaclobjtype::text, defaclacl::text]
FROM pg_default_acl LEFT JOIN space n ON n.oid = defaclnamespace
WHERE defaclnamespace = 0 OR n.oid IS NOT NULL
