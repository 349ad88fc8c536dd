-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v WITH (security_invoker = true) AS SELECT id FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id FROM t;

-- needs
version 15

-- plan
ALTER VIEW v RESET (security_invoker);
