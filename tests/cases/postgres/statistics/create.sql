-- current
CREATE TABLE t (a integer, b integer, c text);

-- desired
CREATE TABLE t (a integer, b integer, c text);
CREATE STATISTICS s (ndistinct, dependencies) ON a, b FROM t;
CREATE STATISTICS e ON (a + b), c FROM t;

-- needs
version 14

-- plan
BEGIN;

CREATE STATISTICS e ON c, (a + b) FROM t;

CREATE STATISTICS s (dependencies, ndistinct) ON a, b FROM t;

COMMIT;
