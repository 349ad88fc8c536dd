-- What all sections stand on. Objects of extensions are theirs; schemas of the system and of sessions are nobody's, nor is
-- our own journal.
WITH member AS MATERIALIZED (
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
), space AS MATERIALIZED (
    SELECT oid, nspname, nspowner, nspacl FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'schemasync')
), relation AS MATERIALIZED (
    SELECT c.oid, nspname, relname, relkind, relowner, relacl, relpersistence, reloptions, reltoastrelid, reltablespace,
        relam, relrowsecurity, relforcerowsecurity, relreplident, relpartbound, relispartition, reloftype, reltype,
        relispopulated, reltuples, relpages
    FROM pg_class c JOIN space n ON n.oid = relnamespace
    WHERE relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'c') AND relpersistence <> 't'
        AND c.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_class'::regclass)
), kind AS MATERIALIZED (
    SELECT t.oid, nspname, typname, typtype, typowner, typacl, typbasetype, typtypmod, typnotnull, typcollation
    FROM pg_type t JOIN space n ON n.oid = typnamespace LEFT JOIN pg_class c ON c.oid = typrelid
    WHERE (typrelid = 0 OR relkind = 'c') AND typtype <> 'm'
        AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
        AND t.oid NOT IN (SELECT objid FROM member WHERE classid = 'pg_type'::regclass)
)
