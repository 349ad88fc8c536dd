-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_proc', p.oid::text,
    format('AGGREGATE %I.%I(%s)', nspname, proname, coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*')),
    pg_get_userbyid(proowner)::text, proacl::text,
    format('CREATE AGGREGATE %I.%I(%s) (', nspname, proname, coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*'))
    || concat_ws(', ', 'SFUNC = ' || aggtransfn::text, 'STYPE = ' || format_type(aggtranstype, NULL),
        'SSPACE = ' || nullif(aggtransspace, 0), 'INITCOND = ' || quote_literal(agginitval),
        'FINALFUNC = ' || nullif(aggfinalfn::text, '-'), CASE WHEN aggfinalextra THEN 'FINALFUNC_EXTRA' END,
        CASE WHEN aggfinalfn <> 0 THEN 'FINALFUNC_MODIFY = ' || CASE aggfinalmodify WHEN 's' THEN 'SHAREABLE' WHEN 'w' THEN 'READ_WRITE' ELSE 'READ_ONLY' END END,
        'COMBINEFUNC = ' || nullif(aggcombinefn::text, '-'), 'SERIALFUNC = ' || nullif(aggserialfn::text, '-'),
        'DESERIALFUNC = ' || nullif(aggdeserialfn::text, '-'), 'MSFUNC = ' || nullif(aggmtransfn::text, '-'),
        'MINVFUNC = ' || nullif(aggminvtransfn::text, '-'),
        CASE WHEN aggmtranstype <> 0 THEN 'MSTYPE = ' || format_type(aggmtranstype, NULL) END,
        'MSSPACE = ' || nullif(aggmtransspace, 0), 'MINITCOND = ' || quote_literal(aggminitval),
        'MFINALFUNC = ' || nullif(aggmfinalfn::text, '-'), CASE WHEN aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
        CASE WHEN aggmfinalfn <> 0 THEN 'MFINALFUNC_MODIFY = ' || CASE aggmfinalmodify WHEN 's' THEN 'SHAREABLE' WHEN 'w' THEN 'READ_WRITE' ELSE 'READ_ONLY' END END,
        (SELECT format('SORTOP = OPERATOR(%I.%s)', sn.nspname, oprname) FROM pg_operator o JOIN pg_namespace sn ON sn.oid = oprnamespace WHERE o.oid = aggsortop),
        CASE proparallel WHEN 's' THEN 'PARALLEL = safe' WHEN 'r' THEN 'PARALLEL = restricted' END,
        CASE WHEN aggkind = 'h' THEN 'HYPOTHETICAL' END) || ')']
FROM pg_aggregate JOIN pg_proc p ON p.oid = aggfnoid JOIN space n ON n.oid = pronamespace
WHERE p.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_proc'::regclass)
