-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v WITH (security_barrier) AS SELECT id FROM t;

-- plan
ALTER VIEW v SET (security_barrier = true);
