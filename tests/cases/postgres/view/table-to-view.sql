-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TABLE v (id int);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id FROM t;

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- allow
reverse

-- plan
BEGIN;

-- destroys data: all rows of table v
DROP TABLE v;

CREATE VIEW v AS
SELECT id FROM t;

COMMIT;
