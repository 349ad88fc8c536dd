-- current
CREATE TABLE t (a int UNIQUE);

-- desired
CREATE TABLE t (a int UNIQUE NULLS NOT DISTINCT);

-- plan
