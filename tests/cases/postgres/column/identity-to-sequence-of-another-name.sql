-- current
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text);
-- rows
INSERT INTO t (note) VALUES ('a'), ('b');
-- desired
CREATE SEQUENCE numbers;
CREATE TABLE t (id bigint DEFAULT nextval('numbers') PRIMARY KEY, note text);

-- plan
BEGIN;

CREATE SEQUENCE numbers;

SELECT setval('numbers', greatest(last_value, (SELECT max(id) FROM t)))
FROM t_id_seq
WHERE is_called OR EXISTS (SELECT FROM t);

ALTER TABLE t
    ALTER COLUMN id DROP IDENTITY,
    ALTER COLUMN id SET DEFAULT nextval('numbers');

COMMIT;
