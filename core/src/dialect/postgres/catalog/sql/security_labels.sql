-- catalog, oid, number of the column, provider, label
SELECT ARRAY[classoid::regclass::text, objoid::text, objsubid::text, provider, label] FROM pg_seclabel
