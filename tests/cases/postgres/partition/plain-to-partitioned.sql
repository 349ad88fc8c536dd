-- current
CREATE TABLE t (id int PRIMARY KEY, v text DEFAULT 'x');
CREATE INDEX ON t (v);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v text DEFAULT 'x') PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100);
CREATE TABLE t2 PARTITION OF t DEFAULT;
CREATE INDEX ON t (v);

-- rows
INSERT INTO t VALUES (1, 'a'), (200, 'b');

-- plan
BEGIN;

CREATE TABLE t_rows AS SELECT * FROM t;

-- rewrites table t
DROP TABLE t;

-- careful: fails if rows of table t are NULL or equal in the key
CREATE TABLE t (
    id integer PRIMARY KEY,
    v text DEFAULT 'x'
) PARTITION BY RANGE (id);

CREATE INDEX t_v_idx ON t (v);

CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (100);

CREATE TABLE t2 PARTITION OF t DEFAULT;

-- careful: all rows are copied into the new table, which takes time and space
-- rewrites table t
INSERT INTO t (id, v)
SELECT id, v
FROM t_rows;

DROP TABLE t_rows;

COMMIT;
