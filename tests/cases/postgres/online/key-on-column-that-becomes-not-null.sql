-- options
online
-- current
CREATE TABLE t (id integer PRIMARY KEY, code text, n integer, CONSTRAINT t_code UNIQUE (code));
-- rows
INSERT INTO t VALUES (1, 'a', 1);
-- desired
CREATE TABLE t (id integer PRIMARY KEY, code text NOT NULL, n integer, CONSTRAINT t_code UNIQUE (code) INCLUDE (n));
