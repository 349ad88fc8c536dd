-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_proc', p.oid::text,
    format('FUNCTION %I.%I(%s)', nspname, proname, pg_get_function_identity_arguments(p.oid)), pg_get_userbyid(proowner)::text, proacl::text,
    pg_get_functiondef(p.oid)]
FROM pg_proc p JOIN space n ON n.oid = pronamespace
WHERE prokind <> 'a' AND p.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_proc'::regclass)
    -- Those of ranges come with their types.
    AND p.oid NOT IN (SELECT objid FROM pg_depend WHERE classid = 'pg_proc'::regclass AND deptype = 'i')
