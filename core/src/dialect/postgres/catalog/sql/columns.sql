-- table or composite type, number, name, type, not null, default; for those that are special also: identity (a, d),
-- generated (s, v), schema and name of the collation, storage, compression, statistics, parameters, foreign options,
-- local, privileges
SELECT ARRAY[attrelid::text, attnum::text, attname::text, format_type(atttypid, atttypmod), attnotnull::text,
        -- A default names no column, so that the table need not be opened to print it.
        CASE WHEN d.oid IS NOT NULL THEN pg_get_expr(adbin, CASE WHEN attgenerated = '' THEN 0 ELSE adrelid END) END]
    || CASE WHEN attidentity <> '' OR attgenerated <> '' OR attcollation <> typcollation OR attstorage <> typstorage
            OR attcompression <> '' --@14
            OR attstattarget >= 0 OR attoptions IS NOT NULL OR attfdwoptions IS NOT NULL OR NOT attislocal
            OR attacl IS NOT NULL
        THEN ARRAY[attidentity::text, attgenerated::text, cn.nspname::text, collname::text,
            CASE WHEN attstorage <> typstorage THEN attstorage::text END,
            attcompression::text, --@14
            NULL, --@<14
            attstattarget::text, attoptions::text, attfdwoptions::text, attislocal::text, attacl::text]
        END
FROM relation r JOIN pg_attribute a ON attrelid = r.oid JOIN pg_type t ON t.oid = atttypid
    LEFT JOIN pg_attrdef d ON adrelid = attrelid AND adnum = attnum
    LEFT JOIN pg_collation c ON c.oid = attcollation AND attcollation <> typcollation
    LEFT JOIN pg_namespace cn ON cn.oid = collnamespace
WHERE r.relkind IN ('r', 'p', 'f', 'c') AND attnum > 0 AND NOT attisdropped
