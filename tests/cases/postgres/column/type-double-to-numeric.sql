-- current
CREATE TABLE t (id int PRIMARY KEY, v double precision);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v numeric(10,2));

-- rows
INSERT INTO t VALUES (1, 1), (2, 2);

-- plan
