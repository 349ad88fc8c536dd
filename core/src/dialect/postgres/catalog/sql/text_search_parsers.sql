-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_ts_parser', p.oid::text, format('TEXT SEARCH PARSER %I.%I', nspname, prsname), NULL, NULL,
    format('CREATE TEXT SEARCH PARSER %I.%I (START = %s, GETTOKEN = %s, END = %s, LEXTYPES = %s%s)', nspname, prsname, prsstart,
        prstoken, prsend, prslextype, ', HEADLINE = ' || nullif(prsheadline::text, '-'))]
FROM pg_ts_parser p JOIN space n ON n.oid = prsnamespace
WHERE p.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_ts_parser'::regclass)
