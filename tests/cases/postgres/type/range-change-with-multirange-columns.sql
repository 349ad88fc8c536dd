-- current
CREATE TYPE fr AS RANGE (multirange_type_name = fmr, subtype = float4);
CREATE TABLE t (id int, r fr, m fmr DEFAULT '{}', e int);
CREATE FUNCTION f(x fmr) RETURNS boolean LANGUAGE sql AS $$ SELECT isempty(x) $$;
-- rows
INSERT INTO t VALUES (1, '[1,2]', '{[1,2],[4,5]}');
-- desired
CREATE TYPE fr AS RANGE (multirange_type_name = fmr, subtype = float8, subtype_diff = float8mi);
CREATE TABLE t (id int, r fr, m fmr DEFAULT '{}', e int);
CREATE FUNCTION f(x fmr) RETURNS boolean LANGUAGE sql AS $$ SELECT isempty(x) $$;

-- needs
version 14

-- plan
BEGIN;

DROP FUNCTION f(fmr);

-- rewrites table t
ALTER TABLE t
    ALTER COLUMN m DROP DEFAULT,
    ALTER COLUMN m TYPE text USING m::text,
    ALTER COLUMN r TYPE text USING r::text;

DROP TYPE fr;

CREATE TYPE fr AS RANGE (
    SUBTYPE = double precision,
    MULTIRANGE_TYPE_NAME = public.fmr,
    SUBTYPE_DIFF = float8mi
);

-- rewrites table t
ALTER TABLE t
    ALTER COLUMN m TYPE fmr USING m::fmr,
    ALTER COLUMN m SET DEFAULT '{}',
    ALTER COLUMN r TYPE fr USING r::fr;

CREATE FUNCTION f(x fmr) RETURNS boolean
    LANGUAGE sql
    AS $$ SELECT isempty(x) $$;

COMMIT;
