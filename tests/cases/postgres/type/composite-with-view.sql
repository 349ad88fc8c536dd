-- current
CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (p pair);
CREATE VIEW v AS SELECT (p).b AS b FROM t;

-- desired
CREATE TYPE pair AS (a int);
CREATE TABLE t (p pair);
CREATE VIEW v AS SELECT (p).a AS b FROM t;

-- rows
INSERT INTO t VALUES (ROW(1, 'x'));

-- allow
rows

-- plan
BEGIN;

DROP VIEW v;

-- destroys data: the values of b in type pair
ALTER TYPE pair DROP ATTRIBUTE b;

CREATE VIEW v AS
SELECT (p).a AS b FROM t;

COMMIT;
