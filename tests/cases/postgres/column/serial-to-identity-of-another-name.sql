-- The numbers go on where the sequence was, whatever it is called.
-- current
CREATE SEQUENCE numbers START 100;
CREATE TABLE t (id bigint DEFAULT nextval('numbers') PRIMARY KEY, note text);
-- rows
INSERT INTO t (note) VALUES ('a'), ('b');
-- desired
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text);

-- plan
BEGIN;

ALTER TABLE t
    ALTER COLUMN id DROP DEFAULT,
    ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

SELECT setval('t_id_seq', greatest(last_value, (SELECT max(id) FROM t)))
FROM numbers
WHERE is_called OR EXISTS (SELECT FROM t);

DROP SEQUENCE numbers;

COMMIT;
