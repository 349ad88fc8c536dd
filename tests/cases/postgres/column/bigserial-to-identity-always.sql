-- current
CREATE TABLE t (id bigserial, a int);

-- desired
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, a int);

-- rows
INSERT INTO t (a) VALUES (1), (2);

-- plan
