-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a FROM t WHERE a > 1;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a FROM t WHERE a > 2;

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
CREATE OR REPLACE VIEW v AS
SELECT id, a FROM t WHERE a > 2;
