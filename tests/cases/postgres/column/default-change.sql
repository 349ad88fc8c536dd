-- current
CREATE TABLE t (v int DEFAULT 5);

-- desired
CREATE TABLE t (v int DEFAULT 6);

-- plan
