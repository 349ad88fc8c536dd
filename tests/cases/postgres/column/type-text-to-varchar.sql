-- current
CREATE TABLE t (id int PRIMARY KEY, v text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v varchar(20));

-- rows
INSERT INTO t VALUES (1, 'a'), (2, 'b');

-- plan
-- careful: fails if a value does not fit character varying(20)
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE character varying(20);
