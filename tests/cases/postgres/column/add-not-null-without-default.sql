-- current
CREATE TABLE t (id int PRIMARY KEY);

-- desired
CREATE TABLE t (id int PRIMARY KEY, state text NOT NULL);

-- plan
