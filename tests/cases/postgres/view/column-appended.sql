-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a, b FROM t;

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
CREATE OR REPLACE VIEW v AS
SELECT id, a, b FROM t;
