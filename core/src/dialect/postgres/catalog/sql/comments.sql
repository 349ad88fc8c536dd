-- catalog, oid, number of the column, comment
SELECT ARRAY[classoid::regclass::text, objoid::text, objsubid::text, description]
FROM pg_description
WHERE objoid >= 16384 OR classoid = 'pg_namespace'::regclass
