-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE MATERIALIZED VIEW m AS SELECT id, a FROM t;
CREATE UNIQUE INDEX m_id ON m (id);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
-- careful: the definition of view m is lost if it is nowhere else
DROP MATERIALIZED VIEW m;
