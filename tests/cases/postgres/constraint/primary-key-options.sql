-- current
CREATE TABLE t (id int, v int, PRIMARY KEY (id));

-- desired
CREATE TABLE t (id int, v int, PRIMARY KEY (id) INCLUDE (v) WITH (fillfactor = 70) DEFERRABLE);

-- plan
