-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_ts_template', t.oid::text, format('TEXT SEARCH TEMPLATE %I.%I', nspname, tmplname), NULL, NULL,
    format('CREATE TEXT SEARCH TEMPLATE %I.%I (%s)', nspname, tmplname,
        concat_ws(', ', 'INIT = ' || nullif(tmplinit::text, '-'), 'LEXIZE = ' || tmpllexize))]
FROM pg_ts_template t JOIN space n ON n.oid = tmplnamespace
WHERE t.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_ts_template'::regclass)
