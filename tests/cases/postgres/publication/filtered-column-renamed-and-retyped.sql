-- needs
version 15
-- current
CREATE TABLE t (id integer PRIMARY KEY, a integer NOT NULL, b text, CONSTRAINT t_id_a_key UNIQUE (id, a));
ALTER TABLE t REPLICA IDENTITY USING INDEX t_id_a_key;
CREATE TABLE u (id integer PRIMARY KEY, a integer);
CREATE PUBLICATION p FOR TABLE t (id, a) WHERE (a > 1), TABLE u (id, a);
-- rows
INSERT INTO t VALUES (1, 2, 'x');
-- desired
CREATE TABLE t (id integer PRIMARY KEY, z bigint NOT NULL, b text, CONSTRAINT t_id_a_key UNIQUE (id, z));
ALTER TABLE t REPLICA IDENTITY USING INDEX t_id_a_key;
CREATE TABLE u (id integer PRIMARY KEY, a integer);
CREATE PUBLICATION p FOR TABLE t (id, z) WHERE (z > 1), TABLE u (id, a);
-- options
rename t.a=z

-- plan
BEGIN;

-- careful: whoever still says a gets an error
ALTER TABLE t RENAME COLUMN a TO z;

DROP PUBLICATION p;

-- rewrites table t
ALTER TABLE t ALTER COLUMN z TYPE bigint;

CREATE PUBLICATION p FOR TABLE t (id, z) WHERE (z > 1), u (id, a);

COMMIT;
