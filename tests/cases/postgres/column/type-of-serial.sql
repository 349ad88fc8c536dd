-- current
CREATE TABLE t (id serial PRIMARY KEY);

-- desired
CREATE TABLE t (id bigserial PRIMARY KEY);

-- rows
INSERT INTO t DEFAULT VALUES;

-- plan
BEGIN;

-- rewrites table t
ALTER TABLE t ALTER COLUMN id TYPE bigint;

ALTER SEQUENCE t_id_seq AS bigint;

COMMIT;
