-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE INDEX t_a ON t (a);
-- options
rename t.a=b
rename t.b=a
-- rows
INSERT INTO t VALUES (1, 2, 3);
-- desired
CREATE TABLE t (id int PRIMARY KEY, b int, a int);
CREATE INDEX t_a ON t (a);
