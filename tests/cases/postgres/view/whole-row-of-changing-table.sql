-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT t FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c int);
CREATE VIEW v AS SELECT t FROM t;

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
ALTER TABLE t ADD COLUMN c integer;
