-- oid, schema, name, owner, privileges, type, start, increment, least, greatest, cache, cycle, unlogged, table and number of the
-- column that owns it, how (a: owned, i: identity)
SELECT ARRAY[r.oid::text, nspname::text, relname::text, pg_get_userbyid(relowner)::text, relacl::text, format_type(seqtypid, NULL),
    seqstart::text, seqincrement::text, seqmin::text, seqmax::text, seqcache::text, seqcycle::text, (relpersistence = 'u')::text,
    refobjid::text, refobjsubid::text, deptype::text]
FROM relation r JOIN pg_sequence ON seqrelid = r.oid
    LEFT JOIN pg_depend d ON classid = 'pg_class'::regclass AND objid = r.oid AND objsubid = 0
        AND refclassid = 'pg_class'::regclass AND deptype IN ('a', 'i') AND refobjsubid > 0
WHERE relkind = 'S'
