-- current
CREATE TABLE t (a int CHECK (a > 0));

-- desired
CREATE TABLE t (a int CHECK (a > 0) NO INHERIT);

-- plan
