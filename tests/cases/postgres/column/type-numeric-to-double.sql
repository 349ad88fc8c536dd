-- current
CREATE TABLE t (id int PRIMARY KEY, v numeric);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v double precision);

-- rows
INSERT INTO t VALUES (1, 1), (2, 2);

-- plan
