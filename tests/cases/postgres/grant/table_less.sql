-- current
CREATE TABLE t (a integer, b text);
GRANT ALL ON t TO role_a;

-- desired
CREATE TABLE t (a integer, b text);
GRANT ALL ON t TO role_a;
REVOKE DELETE, TRUNCATE ON t FROM role_a;

-- plan
REVOKE DELETE, TRUNCATE ON TABLE t FROM role_a;
