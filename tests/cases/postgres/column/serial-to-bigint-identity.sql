-- current
CREATE TABLE t (id serial PRIMARY KEY, x int);

-- desired
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, x int);

-- rows
INSERT INTO t (x) VALUES (5);

-- plan
