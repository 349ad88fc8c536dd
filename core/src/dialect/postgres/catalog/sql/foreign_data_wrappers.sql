-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_foreign_data_wrapper', w.oid::text, format('FOREIGN DATA WRAPPER %I', fdwname), pg_get_userbyid(fdwowner)::text, fdwacl::text,
    concat(format('CREATE FOREIGN DATA WRAPPER %I', fdwname), ' HANDLER ' || nullif(fdwhandler, 0)::regproc,
        ' VALIDATOR ' || nullif(fdwvalidator, 0)::regproc) || coalesce((SELECT ' OPTIONS (' || string_agg(format('%I %L', option_name, option_value), ', ') || ')' FROM pg_options_to_table(fdwoptions)), '')]
FROM pg_foreign_data_wrapper w
WHERE w.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_foreign_data_wrapper'::regclass)
