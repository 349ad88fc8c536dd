SELECT json_build_object(
    'version', current_setting('server_version_num')::int, 'name', current_setting('server_version'),
    'database', current_database(), 'user', current_user, 'owner', pg_get_userbyid(datdba),
    'encoding', pg_encoding_to_char(encoding), 'collate', datcollate, 'ctype', datctype,
    'superuser', (SELECT rolsuper FROM pg_roles WHERE rolname = current_user))
FROM pg_database WHERE datname = current_database()
