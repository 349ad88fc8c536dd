-- Enums, domains, composites: oid, schema, name, kind (e, d, c), owner, privileges, labels, base type, not null, default, schema and
-- name of the collation, relation
SELECT ARRAY[k.oid::text, k.nspname::text, k.typname::text, k.typtype::text, pg_get_userbyid(k.typowner)::text, k.typacl::text, labels::text,
    CASE WHEN k.typtype = 'd' THEN format_type(k.typbasetype, k.typtypmod) END, k.typnotnull::text,
    CASE WHEN b.typdefaultbin IS NOT NULL THEN pg_get_expr(b.typdefaultbin, 'pg_type'::regclass) ELSE quote_literal(b.typdefault) END,
    cn.nspname::text, collname::text, b.typrelid::text]
FROM kind k JOIN pg_type b ON b.oid = k.oid LEFT JOIN pg_type bt ON bt.oid = k.typbasetype
    LEFT JOIN pg_collation c ON c.oid = k.typcollation AND k.typtype = 'd' AND k.typcollation <> bt.typcollation
    LEFT JOIN pg_namespace cn ON cn.oid = collnamespace
    LEFT JOIN (SELECT enumtypid, array_agg(enumlabel ORDER BY enumsortorder) AS labels FROM pg_enum GROUP BY enumtypid) e
        ON enumtypid = k.oid
WHERE k.typtype IN ('e', 'd', 'c')
