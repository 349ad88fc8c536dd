-- oid, name, owner, privileges, privileges it was born with
SELECT ARRAY[n.oid::text, nspname::text, pg_get_userbyid(nspowner)::text, nspacl::text, initprivs::text]
FROM space n LEFT JOIN pg_init_privs i ON objoid = n.oid AND classoid = 'pg_namespace'::regclass AND privtype = 'i'
WHERE n.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_namespace'::regclass)
