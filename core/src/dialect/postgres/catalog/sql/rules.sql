-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_rewrite', w.oid::text, format('RULE %I ON %I.%I', rulename, nspname, relname), NULL, NULL,
    pg_get_ruledef(w.oid), CASE WHEN ev_enabled <> 'O' THEN format('ALTER TABLE %I.%I %s RULE %I', nspname, relname,
        CASE ev_enabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, rulename) END]
FROM pg_rewrite w JOIN relation r ON r.oid = ev_class
WHERE rulename <> '_RETURN' AND w.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_rewrite'::regclass)
