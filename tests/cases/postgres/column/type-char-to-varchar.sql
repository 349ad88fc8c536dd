-- current
CREATE TABLE t (id int PRIMARY KEY, v char(3));

-- desired
CREATE TABLE t (id int PRIMARY KEY, v varchar(3));

-- rows
INSERT INTO t VALUES (1, 'abc'), (2, null);

-- plan
-- careful: fails if a value does not fit character varying(3)
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE character varying(3);
