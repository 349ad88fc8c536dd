-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE SCHEMA app;
CREATE FUNCTION app.f(a integer, b text DEFAULT 'x'::text, c numeric DEFAULT 1, d timestamp with time zone DEFAULT now(), e integer[] DEFAULT '{}'::integer[], VARIADIC g text[] DEFAULT ARRAY['a'::text]) RETURNS TABLE(k integer, v character varying)
    LANGUAGE sql STABLE
    AS $$select 1, 'a'::varchar$$;
CREATE FUNCTION app.g(INOUT x integer, OUT y boolean) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'app', 'pg_temp'
    SET work_mem TO '64MB'
    AS $$begin y := true; end$$;
CREATE FUNCTION app.h(double precision, real) RETURNS numeric
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$select 1.0$$;
CREATE PROCEDURE app.p(IN a character varying)
    LANGUAGE sql
    AS $$select 1$$;

-- desired
create schema app;
create function app.f(a int, b text default 'x', c numeric = 1, d timestamptz default now(), e int[] default '{}', variadic g text[] default array['a']) returns table (k int, v varchar) language sql stable as 'select 1, ''a''::varchar';
create function app.g(inout x int4, out y bool) language plpgsql set search_path = app, pg_temp set work_mem to '64MB' as $$begin y := true; end$$;
create procedure app.p(a character varying) language sql as 'select 1';
create function app.h(double precision, float4) returns decimal language sql immutable strict parallel safe as 'select 1.0';

-- plan
