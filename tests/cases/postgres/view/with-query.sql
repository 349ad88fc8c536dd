-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS WITH q AS (SELECT id FROM t) SELECT id FROM q;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS WITH q AS (SELECT id FROM t WHERE a > 0) SELECT id FROM q;

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
CREATE OR REPLACE VIEW v AS
WITH q AS (SELECT id FROM t WHERE a > 0) SELECT id FROM q;
