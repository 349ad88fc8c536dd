-- current
CREATE TABLE t (a int, b text DEFAULT 'x', c int);

-- desired
CREATE TABLE t (a bigint NOT NULL, b varchar(5), d date);

-- plan
