-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_operator', o.oid::text, format('OPERATOR %I.%s (%s, %s)', n.nspname, o.oprname,
        CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END,
        CASE WHEN o.oprright = 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END), pg_get_userbyid(o.oprowner)::text, NULL,
    format('CREATE OPERATOR %I.%s (', n.nspname, o.oprname) || concat_ws(', ', 'FUNCTION = ' || o.oprcode::text,
        CASE WHEN o.oprleft <> 0 THEN 'LEFTARG = ' || format_type(o.oprleft, NULL) END,
        CASE WHEN o.oprright <> 0 THEN 'RIGHTARG = ' || format_type(o.oprright, NULL) END,
        'COMMUTATOR = OPERATOR(' || quote_ident(cn.nspname) || '.' || c.oprname || ')', 'NEGATOR = OPERATOR(' || quote_ident(gn.nspname) || '.' || g.oprname || ')',
        CASE WHEN o.oprcanmerge THEN 'MERGES' END, CASE WHEN o.oprcanhash THEN 'HASHES' END,
        'RESTRICT = ' || nullif(o.oprrest::text, '-'), 'JOIN = ' || nullif(o.oprjoin::text, '-')) || ')']
FROM pg_operator o JOIN space n ON n.oid = o.oprnamespace
    LEFT JOIN pg_operator c ON c.oid = o.oprcom AND o.oprcom <> 0 LEFT JOIN pg_namespace cn ON cn.oid = c.oprnamespace
    LEFT JOIN pg_operator g ON g.oid = o.oprnegate AND o.oprnegate <> 0 LEFT JOIN pg_namespace gn ON gn.oid = g.oprnamespace
WHERE o.oprcode <> 0 AND o.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_operator'::regclass)
