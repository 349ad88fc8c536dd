-- Statements, as all sections of this shape: catalog, oid, how statements name it, owner, privileges, statements
SELECT ARRAY['pg_publication', p.oid::text, format('PUBLICATION %I', pubname), pg_get_userbyid(pubowner)::text, NULL,
        format('CREATE PUBLICATION %I%s WITH (publish = %L', pubname, CASE WHEN puballtables THEN ' FOR ALL TABLES' END,
            concat_ws(', ', CASE WHEN pubinsert THEN 'insert' END, CASE WHEN pubupdate THEN 'update' END,
            CASE WHEN pubdelete THEN 'delete' END, CASE WHEN pubtruncate THEN 'truncate' END))
        || CASE WHEN pubviaroot THEN ', publish_via_partition_root = true' ELSE '' END --@13
        || CASE WHEN pubgencols = 's' THEN ', publish_generated_columns = stored' ELSE '' END --@18
        || ')']
    || ARRAY(SELECT format('ALTER PUBLICATION %I ADD TABLE ONLY %I.%I', pubname, nspname, relname)
            || coalesce((SELECT ' (' || string_agg(quote_ident(attname), ', ' ORDER BY number) || ')' --@15
                FROM unnest(prattrs) WITH ORDINALITY AS c (num, number) --@15
                JOIN pg_attribute ON attrelid = prrelid AND attnum = num), '') --@15
            || coalesce(' WHERE (' || pg_get_expr(prqual, prrelid) || ')', '') --@15
        FROM pg_publication_rel JOIN relation r ON r.oid = prrelid WHERE prpubid = p.oid)
    || ARRAY(SELECT format('ALTER PUBLICATION %I ADD TABLES IN SCHEMA %I', pubname, nspname) --@15
        FROM pg_publication_namespace JOIN space n ON n.oid = pnnspid WHERE pnpubid = p.oid) --@15
FROM pg_publication p
WHERE p.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_publication'::regclass)
