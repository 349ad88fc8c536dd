-- current
CREATE TABLE t (a integer, b text);
GRANT SELECT ON t TO role_a;

-- desired
CREATE TABLE t (a integer, b text);

-- options
manage grants

-- plan
REVOKE SELECT ON TABLE t FROM role_a;
