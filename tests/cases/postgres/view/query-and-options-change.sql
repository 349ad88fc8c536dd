-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v WITH (security_barrier) AS SELECT id FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v WITH (security_invoker) AS SELECT id FROM t WHERE a > 0;

-- needs
version 15

-- plan
CREATE OR REPLACE VIEW v WITH (security_invoker = true) AS
SELECT id FROM t WHERE a > 0;
