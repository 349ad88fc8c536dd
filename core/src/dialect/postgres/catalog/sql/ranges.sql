-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_type', k.oid::text, format('TYPE %I.%I', k.nspname, k.typname), pg_get_userbyid(k.typowner)::text, k.typacl::text,
    format('CREATE TYPE %I.%I AS RANGE (', k.nspname, k.typname) || concat_ws(', ', 'subtype = ' || format_type(rngsubtype, NULL),
        format('multirange_type_name = %I.%I', mn.nspname, m.typname), --@14
        CASE WHEN NOT opcdefault THEN format('subtype_opclass = %I.%I', opn.nspname, opcname) END,
        CASE WHEN rngcollation <> st.typcollation THEN format('collation = %I.%I', cn.nspname, collname) END,
        'canonical = ' || nullif(rngcanonical::text, '-'), 'subtype_diff = ' || nullif(rngsubdiff::text, '-')) || ')']
FROM kind k JOIN pg_range ON rngtypid = k.oid JOIN pg_type st ON st.oid = rngsubtype
    JOIN pg_type m ON m.oid = rngmultitypid JOIN pg_namespace mn ON mn.oid = m.typnamespace --@14
    JOIN pg_opclass op ON op.oid = rngsubopc JOIN pg_namespace opn ON opn.oid = opcnamespace
    LEFT JOIN pg_collation c ON c.oid = rngcollation LEFT JOIN pg_namespace cn ON cn.oid = collnamespace
