-- oid, table, name, permissive, command (*, r, a, w, d), roles, USING, WITH CHECK
SELECT ARRAY[p.oid::text, polrelid::text, polname::text, polpermissive::text, polcmd::text,
    ARRAY(SELECT CASE WHEN role = 0 THEN 'public' ELSE pg_get_userbyid(role)::text END FROM unnest(polroles) role)::text,
    pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)]
FROM pg_policy p JOIN relation r ON r.oid = polrelid
