-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id FROM t;
CREATE VIEW w AS SELECT id FROM v;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
BEGIN;

-- careful: the definition of view w is lost if it is nowhere else
DROP VIEW w;

-- careful: the definition of view v is lost if it is nowhere else
DROP VIEW v;

COMMIT;
