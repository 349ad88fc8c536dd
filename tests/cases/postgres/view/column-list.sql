-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v (x, y) AS SELECT id, a FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v (x, z) AS SELECT id, a FROM t;

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
BEGIN;

DROP VIEW v;

CREATE VIEW v (x, z) AS
SELECT id, a FROM t;

COMMIT;
