-- current
CREATE TYPE floats AS RANGE (subtype = float8);
CREATE TABLE t (r floats);

-- desired
CREATE TYPE floats AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TABLE t (r floats);

-- rows
INSERT INTO t VALUES ('[1,2.5)');

-- plan
BEGIN;

-- rewrites table t
ALTER TABLE t ALTER COLUMN r TYPE text USING r::text;

DROP TYPE floats;

CREATE TYPE floats AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = float8mi);

-- rewrites table t
ALTER TABLE t ALTER COLUMN r TYPE floats USING r::floats;

COMMIT;
