-- current
CREATE TABLE t (a integer, b text);
GRANT SELECT (a, b) ON t TO role_a;

-- desired
CREATE TABLE t (a integer, b text);
GRANT SELECT ON t TO role_a;

-- plan
BEGIN;

GRANT SELECT ON TABLE t TO role_a;

REVOKE SELECT (a) ON TABLE t FROM role_a;

REVOKE SELECT (b) ON TABLE t FROM role_a;

COMMIT;
