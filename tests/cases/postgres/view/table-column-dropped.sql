-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, b text);
CREATE VIEW v AS SELECT id FROM t;

-- rows
INSERT INTO t (id, b) VALUES (1, 'x');

-- plan
BEGIN;

DROP VIEW v;

-- destroys data: all values of column t.a
ALTER TABLE t DROP COLUMN a;

CREATE VIEW v AS
SELECT id FROM t;

COMMIT;
