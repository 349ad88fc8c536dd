-- current
CREATE TABLE t (a integer, b text);
GRANT SELECT ON t TO role_a;

-- desired
CREATE TABLE t (a integer, b text);
GRANT SELECT, UPDATE, DELETE ON t TO role_a;

-- plan
GRANT UPDATE, DELETE ON TABLE t TO role_a;
