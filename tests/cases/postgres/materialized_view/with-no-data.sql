-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t WITH NO DATA;

-- plan
CREATE MATERIALIZED VIEW m AS
SELECT id, a FROM t
WITH NO DATA;
