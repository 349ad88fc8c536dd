-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_transform', t.oid::text, format('TRANSFORM FOR %s LANGUAGE %I', format_type(trftype, NULL), lanname), NULL, NULL,
    format('CREATE TRANSFORM FOR %s LANGUAGE %I (', format_type(trftype, NULL), lanname) || concat_ws(', ',
        'FROM SQL WITH FUNCTION ' || nullif(trffromsql, 0)::regprocedure, 'TO SQL WITH FUNCTION ' || nullif(trftosql, 0)::regprocedure) || ')']
FROM pg_transform t JOIN pg_language l ON l.oid = trflang
WHERE t.oid >= 16384 AND t.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_transform'::regclass)
