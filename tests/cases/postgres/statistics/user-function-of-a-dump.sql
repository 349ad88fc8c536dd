-- current
CREATE FUNCTION public.sf(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 + 1 $$;
CREATE TABLE public.t (a integer, b integer);
CREATE STATISTICS st ON b, sf(a) FROM t;
CREATE STATISTICS st2 ON b, (sf(a)+1) FROM t;
-- desired
CREATE FUNCTION public.sf(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 + 1 $$;
CREATE TABLE public.t (a integer, b integer);
CREATE STATISTICS public.st ON b, public.sf(a) FROM public.t;
CREATE STATISTICS public.st2 ON b, (public.sf(a) + 1) FROM public.t;

-- needs
version 14

-- plan
