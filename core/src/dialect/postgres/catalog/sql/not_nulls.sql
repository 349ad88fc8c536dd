-- From PostgreSQL 18 on, where there is more to it than NOT NULL: oid, table, number of the column, name, local, NO INHERIT,
-- valid
SELECT ARRAY[c.oid::text, conrelid::text, attnum::text, conname::text, conislocal::text, connoinherit::text, convalidated::text] --@18
FROM pg_constraint c JOIN relation r ON r.oid = conrelid JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1] --@18
WHERE contype = 'n' AND (conname <> relname || '_' || attname || '_not_null' OR connoinherit OR NOT convalidated --@18
    OR c.oid IN (SELECT objoid FROM pg_description WHERE classoid = 'pg_constraint'::regclass)) --@18
