-- current
CREATE TABLE t (id serial PRIMARY KEY, x int);

-- desired
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, x int);

-- rows
INSERT INTO t (x) VALUES (5);

-- plan
BEGIN;

ALTER TABLE t ALTER COLUMN id DROP DEFAULT;

-- destroys data: the current value of sequence t_id_seq
DROP SEQUENCE t_id_seq;

-- rewrites table t
ALTER TABLE t
    ALTER COLUMN id TYPE bigint,
    ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

SELECT setval('t_id_seq', coalesce(max(id), 1), max(id) IS NOT NULL) FROM t;

COMMIT;
