-- view, number, name, default, privileges
SELECT ARRAY[attrelid::text, attnum::text, attname::text, CASE WHEN d.oid IS NOT NULL THEN pg_get_expr(adbin, 0) END,
    attacl::text]
FROM relation r JOIN pg_attribute ON attrelid = r.oid LEFT JOIN pg_attrdef d ON adrelid = attrelid AND adnum = attnum
WHERE relkind IN ('v', 'm') AND attnum > 0 AND NOT attisdropped
