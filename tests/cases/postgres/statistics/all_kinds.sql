-- current
CREATE TABLE t (a integer, b integer, c text);
CREATE STATISTICS s ON a, b FROM t;

-- desired
CREATE TABLE t (a integer, b integer, c text);
CREATE STATISTICS s (ndistinct, dependencies, mcv) ON a, b FROM t;

-- plan
