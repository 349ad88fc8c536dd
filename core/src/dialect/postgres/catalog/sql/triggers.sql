-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_trigger', t.oid::text, format('TRIGGER %I ON %I.%I', tgname, nspname, relname), NULL, NULL, pg_get_triggerdef(t.oid),
    CASE WHEN tgenabled <> 'O' AND relkind <> 'v' THEN format('ALTER TABLE %I.%I %s TRIGGER %I', nspname, relname,
        CASE tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, tgname) END]
FROM pg_trigger t JOIN relation r ON r.oid = tgrelid
WHERE NOT tgisinternal
    AND tgparentid = 0 --@13
    AND t.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_trigger'::regclass)
UNION ALL --@13
SELECT ARRAY['pg_trigger', t.oid::text, '', NULL, NULL, format('ALTER TABLE %I.%I %s TRIGGER %I', nspname, relname, --@13
    CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE' END, t.tgname)] --@13
FROM pg_trigger t JOIN relation r ON r.oid = t.tgrelid JOIN pg_trigger p ON p.oid = t.tgparentid --@13
WHERE NOT p.tgisinternal AND t.tgenabled <> p.tgenabled --@13
