-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE MATERIALIZED VIEW m WITH (autovacuum_enabled = false, fillfactor = 70) AS SELECT id FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE MATERIALIZED VIEW m WITH (fillfactor = 80) AS SELECT id FROM t;

-- plan
BEGIN;

ALTER MATERIALIZED VIEW m RESET (autovacuum_enabled);

ALTER MATERIALIZED VIEW m SET (fillfactor = 80);

COMMIT;
