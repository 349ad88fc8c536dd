-- What the role may not read, in words
SELECT ARRAY[format('the connection of subscription %I', subname)]
FROM pg_subscription
WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND NOT has_column_privilege('pg_subscription', 'subconninfo', 'SELECT')
UNION ALL
SELECT ARRAY[format('the options of the user mapping for %s on server %I', usename, m.srvname)]
FROM pg_user_mappings m JOIN pg_foreign_server s ON s.oid = srvid
WHERE NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
    AND NOT (umuser = 0 AND pg_has_role(srvowner, 'USAGE'))
    AND NOT (usename = current_user AND (pg_has_role(srvowner, 'USAGE') OR has_server_privilege(srvid, 'USAGE')))
