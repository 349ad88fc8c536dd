-- current


-- desired
CREATE TYPE floats AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TABLE t (r floats);

-- plan
BEGIN;

CREATE TYPE floats AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = float8mi);

CREATE TABLE t (
    r floats
);

COMMIT;
