-- current
CREATE TABLE t (a integer, b text);

-- desired
CREATE TABLE t (a integer, b text);
GRANT SELECT ON t TO role_a;
GRANT INSERT ON t TO role_a;
GRANT UPDATE, DELETE ON t TO role_a;
REVOKE INSERT ON t FROM role_a;

-- options
manage all

-- plan
GRANT SELECT, UPDATE, DELETE ON TABLE t TO role_a;
