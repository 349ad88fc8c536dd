-- current
create schema extensions;
create table t (id uuid primary key default gen_random_uuid(), name text);
-- rows
insert into t values (default,'a');
-- desired
create schema extensions;
create extension hstore schema extensions;
create extension citext schema extensions;
create extension pg_trgm schema extensions;
create extension pgcrypto schema extensions;
create extension btree_gist schema extensions;
set search_path = public, extensions;
create function h(x text) returns text language sql immutable as $$ select encode(digest(x, 'sha256'), 'hex') $$;
create table t (id uuid primary key default gen_random_uuid(), name text, attrs hstore default ''::hstore, during tstzrange, room int, e citext, exclude using gist (room with =, during with &&), check (e <> 'x'), pw text default crypt('x', gen_salt('bf')));
create index on t using gin (attrs);
create index on t using gin (name gin_trgm_ops);
create view tv as select id, attrs->'color' color, e = 'q' eq from t where attrs ? 'size';
create policy p on t using (e = current_user::citext and name % 'x');
create function at() returns bigint language sql begin atomic select count(*) from t where e = 'x' and attrs ? 'y'; end;

-- needs
version 14

-- plan
BEGIN;

SET LOCAL search_path = public, extensions;

SET LOCAL check_function_bodies = false;

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA extensions;

CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA extensions;

CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA extensions;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA extensions;

CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA extensions;

-- careful: fails if rows of table t do not satisfy it
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN id SET DEFAULT gen_random_uuid(),
    ADD COLUMN attrs extensions.hstore DEFAULT ''::hstore,
    ADD COLUMN during tstzrange,
    ADD COLUMN room integer,
    ADD COLUMN e extensions.citext,
    ADD COLUMN pw text DEFAULT crypt('x', gen_salt('bf')),
    ADD CONSTRAINT t_e_check CHECK (e <> 'x'),
    ADD CONSTRAINT t_room_during_excl EXCLUDE USING gist (room WITH =, during WITH &&);

CREATE INDEX t_attrs_idx ON t USING gin (attrs);

CREATE INDEX t_name_idx ON t USING gin (name gin_trgm_ops);

CREATE FUNCTION at() RETURNS bigint
    LANGUAGE sql
    begin atomic select count(*) from t where e = 'x' and attrs ? 'y'; end;

CREATE FUNCTION h(x text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$ select encode(digest(x, 'sha256'), 'hex') $$;

CREATE VIEW tv AS
select id, attrs->'color' color, e = 'q' eq from t where attrs ? 'size';

CREATE POLICY p ON t USING (e = current_user::citext and name % 'x');

COMMIT;
