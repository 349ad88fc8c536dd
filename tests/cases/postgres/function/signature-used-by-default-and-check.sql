-- current
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1$$;

CREATE TABLE t (a int DEFAULT f(1), b int CHECK (f(b) > 0), c int GENERATED ALWAYS AS (f(b)) STORED);
CREATE INDEX i ON t (f(b));

-- desired
CREATE FUNCTION f(a int, b int DEFAULT 0) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1$$;
CREATE TABLE t (a int DEFAULT f(1), b int CHECK (f(b) > 0), c int GENERATED ALWAYS AS (f(b)) STORED);
CREATE INDEX i ON t (f(b));

-- rows
INSERT INTO t (a, b) VALUES (1, 2);

-- plan
BEGIN;

ALTER TABLE t
    ALTER COLUMN a DROP DEFAULT,
    DROP COLUMN c,
    DROP CONSTRAINT t_b_check;

DROP INDEX i;

DROP FUNCTION f(integer);

CREATE FUNCTION f(a integer, b integer DEFAULT 0) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1$$;

-- careful: fails if rows of table t do not satisfy it
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN a SET DEFAULT f(1),
    ADD COLUMN c integer GENERATED ALWAYS AS (f(b)) STORED,
    ADD CONSTRAINT t_b_check CHECK (f(b) > 0);

CREATE INDEX i ON t (f(b));

COMMIT;
