-- current
CREATE TABLE t (id bigserial, a int);

-- desired
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, a int);

-- rows
INSERT INTO t (a) VALUES (1), (2);

-- plan
BEGIN;

ALTER TABLE t ALTER COLUMN id DROP DEFAULT;

-- destroys data: the current value of sequence t_id_seq
DROP SEQUENCE t_id_seq;

ALTER TABLE t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

SELECT setval('t_id_seq', coalesce(max(id), 1), max(id) IS NOT NULL) FROM t;

COMMIT;
