-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_collation', c.oid::text, format('COLLATION %I.%I', nspname, collname), pg_get_userbyid(collowner)::text, NULL,
    format('CREATE COLLATION %I.%I (', nspname, collname)
    || concat_ws(', ', 'provider = ' || CASE collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' WHEN 'd' THEN 'default' ELSE 'libc' END,
        CASE WHEN NOT collisdeterministic THEN 'deterministic = false' END,
        'locale = ' || quote_literal(colllocale), --@17
        'locale = ' || quote_literal(colliculocale), --@15 --@<17
        CASE WHEN collcollate = collctype THEN 'locale = ' || quote_literal(collcollate) END,
        CASE WHEN collcollate <> collctype THEN 'lc_collate = ' || quote_literal(collcollate) END,
        CASE WHEN collcollate <> collctype THEN 'lc_ctype = ' || quote_literal(collctype) END,
        'rules = ' || quote_literal(collicurules), --@16
        NULL) || ')']
FROM pg_collation c JOIN space n ON n.oid = collnamespace
WHERE c.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_collation'::regclass)
