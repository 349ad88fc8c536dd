-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_opclass', c.oid::text, format('OPERATOR CLASS %I.%I USING %I', n.nspname, opcname, amname),
    pg_get_userbyid(opcowner)::text, NULL,
    format('CREATE OPERATOR CLASS %I.%I%s FOR TYPE %s USING %I FAMILY %I.%I AS ', n.nspname, opcname,
        CASE WHEN opcdefault THEN ' DEFAULT' END, format_type(opcintype, NULL), amname, fn.nspname, opfname)
    || concat_ws(', ', 'STORAGE ' || format_type(coalesce(nullif(opckeytype, 0), opcintype), NULL),
        (SELECT string_agg(format('OPERATOR %s %s', amopstrategy, amopopr::regoperator)
            || coalesce(' FOR ORDER BY ' || quote_ident(sn.nspname) || '.' || quote_ident(s.opfname), ''), ', ' ORDER BY amopstrategy)
        FROM pg_depend JOIN pg_amop o ON o.oid = objid AND classid = 'pg_amop'::regclass
            LEFT JOIN pg_opfamily s ON s.oid = amopsortfamily LEFT JOIN pg_namespace sn ON sn.oid = s.opfnamespace
        WHERE refclassid = 'pg_opclass'::regclass AND refobjid = c.oid),
        (SELECT string_agg(format('FUNCTION %s (%s, %s) %s', amprocnum, format_type(amproclefttype, NULL), format_type(amprocrighttype, NULL),
            amproc::regprocedure), ', ' ORDER BY amprocnum)
        FROM pg_depend JOIN pg_amproc p ON p.oid = objid AND classid = 'pg_amproc'::regclass
        WHERE refclassid = 'pg_opclass'::regclass AND refobjid = c.oid))]
FROM pg_opclass c JOIN space n ON n.oid = opcnamespace JOIN pg_am a ON a.oid = opcmethod
    JOIN pg_opfamily f ON f.oid = opcfamily JOIN pg_namespace fn ON fn.oid = opfnamespace
WHERE c.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_opclass'::regclass)
