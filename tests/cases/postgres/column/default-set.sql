-- current
CREATE TABLE t (v int);

-- desired
CREATE TABLE t (v int DEFAULT 5);

-- plan
