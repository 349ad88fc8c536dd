-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_language', l.oid::text, format('LANGUAGE %I', lanname), pg_get_userbyid(lanowner)::text, lanacl::text,
    CASE WHEN l.oid >= 16384 THEN concat('CREATE ', CASE WHEN lanpltrusted THEN 'TRUSTED ' END,
        format('LANGUAGE %I HANDLER %s', lanname, lanplcallfoid::regproc), ' INLINE ' || nullif(laninline, 0)::regproc,
        ' VALIDATOR ' || nullif(lanvalidator, 0)::regproc) END]
FROM pg_language l
WHERE l.oid >= 16384 AND lanispl AND l.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_language'::regclass)
    OR l.oid < 16384 AND lanacl IS NOT NULL AND l.oid NOT IN (SELECT objoid FROM pg_init_privs
        WHERE classoid = 'pg_language'::regclass AND initprivs::text = lanacl::text)
