-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_ts_dict', d.oid::text, format('TEXT SEARCH DICTIONARY %I.%I', n.nspname, dictname), pg_get_userbyid(dictowner)::text, NULL,
    format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I%s)', n.nspname, dictname, tn.nspname, tmplname, ', ' || dictinitoption)]
FROM pg_ts_dict d JOIN space n ON n.oid = dictnamespace JOIN pg_ts_template t ON t.oid = dicttemplate
    JOIN pg_namespace tn ON tn.oid = tmplnamespace
WHERE d.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_ts_dict'::regclass)
