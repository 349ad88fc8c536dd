-- current
CREATE TABLE t (id serial, a int);

-- desired
CREATE TABLE t (id int NOT NULL, a int);

-- rows
INSERT INTO t (a) VALUES (1), (2);

-- plan
BEGIN;

ALTER TABLE t ALTER COLUMN id DROP DEFAULT;

-- destroys data: the current value of sequence t_id_seq
DROP SEQUENCE t_id_seq;

COMMIT;
