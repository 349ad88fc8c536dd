-- current
CREATE TABLE t (id serial PRIMARY KEY, x int);

-- desired
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, x int);

-- rows
INSERT INTO t (x) VALUES (5);

-- plan
BEGIN;

ALTER TABLE t ALTER COLUMN id DROP DEFAULT;

ALTER SEQUENCE t_id_seq RENAME TO t_id_seq_old;

-- rewrites table t
ALTER TABLE t
    ALTER COLUMN id TYPE bigint,
    ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

SELECT setval('t_id_seq', greatest(last_value, (SELECT max(id) FROM t)))
FROM t_id_seq_old
WHERE is_called OR EXISTS (SELECT FROM t);

DROP SEQUENCE t_id_seq_old;

COMMIT;
