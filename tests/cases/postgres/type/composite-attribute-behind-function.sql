-- current
create type res as (a int, b text);
create function mkres() returns res language sql as $$ select 1, 'x'::text $$;
create function mkset() returns setof res language sql as $$ select 1, 'x'::text $$;
create view rv as select (mkres()).*, s.b as sb from mkset() s;
-- desired
create type res as (a int, b text, c date);
create function mkres() returns res language sql as $$ select 1, 'x'::text, current_date $$;
create function mkset() returns setof res language sql as $$ select 1, 'x'::text, current_date $$;
create view rv as select (mkres()).*, s.b as sb from mkset() s;

-- plan
BEGIN;

DROP VIEW rv;

ALTER TYPE res ADD ATTRIBUTE c date;

CREATE OR REPLACE FUNCTION mkres() RETURNS res
    LANGUAGE sql
    AS $$ select 1, 'x'::text, current_date $$;

CREATE OR REPLACE FUNCTION mkset() RETURNS SETOF res
    LANGUAGE sql
    AS $$ select 1, 'x'::text, current_date $$;

CREATE VIEW rv AS
select (mkres()).*, s.b as sb from mkset() s;

COMMIT;
