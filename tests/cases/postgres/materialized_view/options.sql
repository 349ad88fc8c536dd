-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE MATERIALIZED VIEW m AS SELECT id FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE MATERIALIZED VIEW m WITH (fillfactor = 70) AS SELECT id FROM t;

-- plan
ALTER MATERIALIZED VIEW m SET (fillfactor = 70);
