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

DROP VIEW w;

DROP VIEW v;

COMMIT;
