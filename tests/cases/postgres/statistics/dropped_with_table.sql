-- current
CREATE TABLE t (a integer, b integer, c text);
CREATE STATISTICS s ON a, b FROM t;

-- desired
CREATE TABLE u (a integer);

-- plan
BEGIN;

CREATE TABLE u (
    a integer
);

-- destroys data: all rows of table t
DROP TABLE t;

COMMIT;
