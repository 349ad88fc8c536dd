-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_ts_config', c.oid::text, format('TEXT SEARCH CONFIGURATION %I.%I', n.nspname, cfgname), pg_get_userbyid(cfgowner)::text, NULL,
        format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname, cfgname, pn.nspname, prsname)]
    || ARRAY(SELECT format('ALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %I WITH %s', n.nspname, cfgname, alias, dictionaries)
        FROM (SELECT maptokentype, string_agg(mapdict::regdictionary::text, ', ' ORDER BY mapseqno) AS dictionaries
            FROM pg_ts_config_map WHERE mapcfg = c.oid GROUP BY maptokentype) m JOIN ts_token_type(cfgparser) ON tokid = maptokentype)
FROM pg_ts_config c JOIN space n ON n.oid = cfgnamespace JOIN pg_ts_parser p ON p.oid = cfgparser
    JOIN pg_namespace pn ON pn.oid = prsnamespace
WHERE c.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_ts_config'::regclass)
