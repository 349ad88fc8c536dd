-- current
CREATE TABLE t (id int PRIMARY KEY, v timestamp DEFAULT now());

-- desired
CREATE TABLE t (id int PRIMARY KEY, v timestamptz DEFAULT now());

-- rows
INSERT INTO t VALUES (1, now()), (2, now());

-- plan
