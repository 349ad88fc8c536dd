-- current
CREATE TABLE t (id int PRIMARY KEY);

-- desired
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);

-- rows
INSERT INTO t VALUES (5);

-- plan
