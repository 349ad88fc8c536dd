-- current
CREATE TABLE t (a integer, b text);
CREATE TABLE u (a integer);
GRANT SELECT ON t TO role_a;
GRANT SELECT ON u TO role_a;

-- desired
CREATE TABLE t (a integer, b text);
CREATE TABLE u (a integer);
GRANT UPDATE ON u TO role_b;

-- allow
dump
reverse

-- plan
BEGIN;

REVOKE SELECT ON TABLE u FROM role_a;

GRANT UPDATE ON TABLE u TO role_b;

COMMIT;
