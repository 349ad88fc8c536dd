-- current
CREATE TABLE t (a integer, b text);
GRANT SELECT ON t TO role_a;

-- desired
CREATE TABLE t (a integer, b text);
GRANT SELECT ON t TO role_b;

-- plan
BEGIN;

REVOKE SELECT ON TABLE t FROM role_a;

GRANT SELECT ON TABLE t TO role_b;

COMMIT;
