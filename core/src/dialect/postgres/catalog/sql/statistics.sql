-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_statistic_ext', s.oid::text, format('STATISTICS %I.%I', n.nspname, stxname), pg_get_userbyid(stxowner)::text, NULL,
    pg_get_statisticsobjdef(s.oid),
    CASE WHEN stxstattarget >= 0 THEN format('ALTER STATISTICS %I.%I SET STATISTICS %s', n.nspname, stxname, stxstattarget) END, --@13
    NULL]
FROM pg_statistic_ext s JOIN space n ON n.oid = stxnamespace
WHERE s.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_statistic_ext'::regclass)
