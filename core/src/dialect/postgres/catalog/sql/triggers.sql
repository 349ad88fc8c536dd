-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_trigger', t.oid::text, format('TRIGGER %I ON %I.%I', tgname, nspname, relname), NULL, NULL, pg_get_triggerdef(t.oid),
    CASE WHEN tgenabled <> 'O' AND relkind <> 'v' THEN format('ALTER TABLE %I.%I %s TRIGGER %I', nspname, relname,
        CASE tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, tgname) END]
FROM pg_trigger t JOIN relation r ON r.oid = tgrelid
WHERE NOT tgisinternal
    AND tgparentid = 0 --@13
    AND t.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_trigger'::regclass)
