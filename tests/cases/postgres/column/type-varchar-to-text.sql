-- current
CREATE TABLE t (id int PRIMARY KEY, v varchar(20));

-- desired
CREATE TABLE t (id int PRIMARY KEY, v text);

-- rows
INSERT INTO t VALUES (1, 'a'), (2, 'b');

-- plan
ALTER TABLE t ALTER COLUMN v TYPE text;
