-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_type', t.oid::text, format('TYPE %I.%I', k.nspname, k.typname), pg_get_userbyid(k.typowner)::text, k.typacl::text,
    format('CREATE TYPE %I.%I', k.nspname, k.typname) || CASE WHEN typisdefined THEN ' ('
    || concat_ws(', ', 'INTERNALLENGTH = ' || CASE WHEN typlen < 0 THEN 'variable' ELSE typlen::text END,
        'INPUT = ' || typinput::text, 'OUTPUT = ' || typoutput::text, 'RECEIVE = ' || nullif(typreceive::text, '-'),
        'SEND = ' || nullif(typsend::text, '-'), 'TYPMOD_IN = ' || nullif(typmodin::text, '-'),
        'TYPMOD_OUT = ' || nullif(typmodout::text, '-'), 'ANALYZE = ' || nullif(typanalyze::text, '-'),
        CASE WHEN t.typcollation <> 0 THEN 'COLLATABLE = true' END,
        'DEFAULT = ' || CASE WHEN typdefaultbin IS NULL THEN quote_literal(typdefault) ELSE pg_get_expr(typdefaultbin, 0) END,
        'SUBSCRIPT = ' || nullif(typsubscript::text, '-'), --@14
        CASE WHEN typelem <> 0 THEN 'ELEMENT = ' || format_type(typelem, NULL) END,
        'CATEGORY = ' || nullif(quote_literal(typcategory::text), '''U'''), CASE WHEN typispreferred THEN 'PREFERRED = true' END,
        'DELIMITER = ' || nullif(quote_literal(typdelim::text), ''','''),
        'ALIGNMENT = ' || CASE typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4' ELSE 'double' END,
        'STORAGE = ' || CASE typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended' ELSE 'main' END,
        CASE WHEN typbyval THEN 'PASSEDBYVALUE' END) || ')' ELSE '' END]
FROM kind k JOIN pg_type t ON t.oid = k.oid
WHERE k.typtype = 'b' OR k.typtype = 'p' AND NOT typisdefined
