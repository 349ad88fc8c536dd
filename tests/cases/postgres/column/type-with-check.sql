-- current
CREATE TABLE t (v varchar(10), CHECK (v IN ('a', 'b')));

-- desired
CREATE TABLE t (v text, CHECK (v IN ('a', 'b')));

-- rows
INSERT INTO t VALUES ('a');

-- plan
