-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_conversion', c.oid::text, format('CONVERSION %I.%I', nspname, conname), pg_get_userbyid(conowner)::text, NULL,
    format('CREATE %sCONVERSION %I.%I FOR %L TO %L FROM %s', CASE WHEN condefault THEN 'DEFAULT ' END, nspname, conname,
        pg_encoding_to_char(conforencoding), pg_encoding_to_char(contoencoding), conproc)]
FROM pg_conversion c JOIN space n ON n.oid = connamespace
WHERE c.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_conversion'::regclass)
