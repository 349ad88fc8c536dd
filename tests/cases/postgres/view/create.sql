-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a FROM t WHERE b = 'x';

-- plan
CREATE VIEW v AS
SELECT id, a FROM t WHERE b = 'x';
