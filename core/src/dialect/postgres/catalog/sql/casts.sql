-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_cast', c.oid::text, format('CAST (%s AS %s)', format_type(castsource, NULL), format_type(casttarget, NULL)), NULL, NULL,
    format('CREATE CAST (%s AS %s) ', format_type(castsource, NULL), format_type(casttarget, NULL))
    || CASE castmethod WHEN 'b' THEN 'WITHOUT FUNCTION' WHEN 'i' THEN 'WITH INOUT' ELSE 'WITH FUNCTION ' || castfunc::regprocedure END
    || CASE castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END]
FROM pg_cast c
WHERE c.oid >= 16384 AND c.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_cast'::regclass)
    AND NOT EXISTS (SELECT FROM pg_range WHERE castsource = rngtypid AND casttarget = rngmultitypid) --@14
