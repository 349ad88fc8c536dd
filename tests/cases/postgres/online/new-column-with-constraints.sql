-- current
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE t (x int);

-- desired
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE t (x int, a_id int REFERENCES a, b int UNIQUE CHECK (b > 0));

-- rows
INSERT INTO t VALUES (1);

-- options
online

-- plan
