-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a::int AS a FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a::text AS a FROM t;

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
BEGIN;

DROP VIEW v;

CREATE VIEW v AS
SELECT id, a::text AS a FROM t;

COMMIT;
