-- Indexes with a special part: table, name, whether they are the replica identity, whether the table is clustered on them,
-- whether a failure left them invalid
SELECT ARRAY[indrelid::text, ic.relname::text, indisreplident::text, indisclustered::text,
    (NOT (indisready AND (indisvalid OR r.relkind = 'p')))::text]
FROM pg_index JOIN relation r ON r.oid = indrelid JOIN pg_class ic ON ic.oid = indexrelid
WHERE indisreplident OR indisclustered OR NOT indisready OR NOT indisvalid AND r.relkind <> 'p'
UNION ALL
SELECT ARRAY[oid::text, relreplident::text, NULL, NULL, NULL] FROM relation WHERE relkind IN ('r', 'p') AND relreplident IN ('n', 'f')
