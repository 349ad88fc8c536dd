-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_user_mapping', umid::text, NULL, NULL, NULL,
    format('CREATE USER MAPPING FOR %s SERVER %I', CASE WHEN umuser = 0 THEN 'PUBLIC' ELSE quote_ident(usename) END, srvname)
        || coalesce((SELECT ' OPTIONS (' || string_agg(format('%I %L', option_name, option_value), ', ') || ')' FROM pg_options_to_table(umoptions)), '')]
FROM pg_user_mappings WHERE srvid NOT IN (SELECT objid FROM member WHERE classid = 'pg_foreign_server'::regclass)
