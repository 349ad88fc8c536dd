-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_foreign_server', s.oid::text, format('SERVER %I', srvname), pg_get_userbyid(srvowner)::text, srvacl::text,
    concat(format('CREATE SERVER %I', srvname), ' TYPE ' || quote_literal(srvtype), ' VERSION ' || quote_literal(srvversion),
        format(' FOREIGN DATA WRAPPER %I', fdwname)) || coalesce((SELECT ' OPTIONS (' || string_agg(format('%I %L', option_name, option_value), ', ') || ')' FROM pg_options_to_table(srvoptions)), '')]
FROM pg_foreign_server s JOIN pg_foreign_data_wrapper w ON w.oid = srvfdw
WHERE s.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_foreign_server'::regclass)
