-- current
CREATE TABLE t (a int CHECK (a IN (1, 2)));

-- desired
CREATE TABLE t (a int CHECK ((a = ANY (ARRAY[1, 2]))));

-- plan
