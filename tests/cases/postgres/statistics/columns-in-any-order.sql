-- current
CREATE TABLE t (a integer, b integer, c integer);
CREATE STATISTICS s ON c, a FROM t;
-- desired
CREATE TABLE t (a integer, b integer, c integer);
CREATE STATISTICS s ON a, c FROM t;
CREATE TABLE u (LIKE t INCLUDING STATISTICS);

-- plan
BEGIN;

CREATE TABLE u (
    a integer,
    b integer,
    c integer
);

CREATE STATISTICS u_a_c_stat ON a, c FROM u;

COMMIT;
