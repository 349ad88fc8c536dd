-- A number comes out of a time by a call, which no cast of an array makes.
-- current
CREATE TABLE t (id integer, a timestamp, b interval);
-- rows
INSERT INTO t (id) VALUES (1);
-- desired
CREATE TABLE t (id integer, a integer[], b integer[]);

-- plan
-- careful: PostgreSQL has no cast from timestamp without time zone to integer[]: check the USING expression
-- careful: PostgreSQL has no cast from interval to integer[]: check the USING expression
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN a TYPE integer[] USING a::text::integer[],
    ALTER COLUMN b TYPE integer[] USING b::text::integer[];
