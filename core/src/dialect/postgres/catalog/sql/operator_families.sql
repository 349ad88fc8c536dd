-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_opfamily', f.oid::text, format('OPERATOR FAMILY %I.%I USING %I', nspname, opfname, amname),
    pg_get_userbyid(opfowner)::text, NULL, format('CREATE OPERATOR FAMILY %I.%I USING %I', nspname, opfname, amname),
    format('ALTER OPERATOR FAMILY %I.%I USING %I ADD ', nspname, opfname, amname) || nullif(concat_ws(', ',
        (SELECT string_agg(format('OPERATOR %s %s', amopstrategy, amopopr::regoperator)
            || coalesce(' FOR ORDER BY ' || quote_ident(sn.nspname) || '.' || quote_ident(s.opfname), ''), ', ' ORDER BY amopstrategy)
        FROM pg_depend JOIN pg_amop o ON o.oid = objid AND classid = 'pg_amop'::regclass
            LEFT JOIN pg_opfamily s ON s.oid = amopsortfamily LEFT JOIN pg_namespace sn ON sn.oid = s.opfnamespace
        WHERE refclassid = 'pg_opfamily'::regclass AND refobjid = f.oid),
        (SELECT string_agg(format('FUNCTION %s (%s, %s) %s', amprocnum, format_type(amproclefttype, NULL), format_type(amprocrighttype, NULL),
            amproc::regprocedure), ', ' ORDER BY amprocnum)
        FROM pg_depend JOIN pg_amproc p ON p.oid = objid AND classid = 'pg_amproc'::regclass
        WHERE refclassid = 'pg_opfamily'::regclass AND refobjid = f.oid)), '')]
FROM pg_opfamily f JOIN space n ON n.oid = opfnamespace JOIN pg_am a ON a.oid = opfmethod
WHERE f.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_opfamily'::regclass)
