-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t;
CREATE INDEX m_a ON m (a);

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
CREATE INDEX m_a ON m (a);
