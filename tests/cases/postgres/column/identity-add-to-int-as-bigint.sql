-- current
CREATE TABLE t (id int PRIMARY KEY);

-- desired
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);

-- rows
INSERT INTO t VALUES (5);

-- plan
BEGIN;

-- rewrites table t
ALTER TABLE t
    ALTER COLUMN id TYPE bigint,
    ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

SELECT setval('t_id_seq', greatest(max(id), 1), coalesce(max(id) >= 1, false)) FROM t;

COMMIT;
