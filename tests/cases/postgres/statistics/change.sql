-- current
CREATE TABLE t (a integer, b integer, c text);
CREATE STATISTICS s ON a, b FROM t;

-- desired
CREATE TABLE t (a integer, b integer, c text);
CREATE STATISTICS s (mcv) ON a, c FROM t;

-- plan
BEGIN;

DROP STATISTICS s;

CREATE STATISTICS s (mcv) ON a, c FROM t;

COMMIT;
