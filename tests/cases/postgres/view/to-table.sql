-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TABLE v (id int);

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
BEGIN;

DROP VIEW v;

CREATE TABLE v (
    id integer
);

COMMIT;
