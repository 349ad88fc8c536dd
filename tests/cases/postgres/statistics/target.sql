-- current
CREATE TABLE t (a integer, b integer, c text);
CREATE STATISTICS s ON a, b FROM t;

-- desired
CREATE TABLE t (a integer, b integer, c text);
CREATE STATISTICS s ON a, b FROM t;
ALTER STATISTICS s SET STATISTICS 500;

-- plan
ALTER STATISTICS s SET STATISTICS 500;
