-- current
CREATE TABLE t (a integer, b text);
CREATE VIEW v AS SELECT a, b FROM t;

-- desired
CREATE TABLE t (a integer, b text);
CREATE VIEW v AS SELECT a, b FROM t;
GRANT SELECT (a) ON v TO role_a;

-- options
manage all

-- plan
GRANT SELECT (a) ON TABLE v TO role_a;
