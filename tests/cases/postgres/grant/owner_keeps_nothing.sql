-- current
CREATE TABLE t (a integer, b text);
ALTER TABLE t OWNER TO role_a;

-- desired
CREATE TABLE t (a integer, b text);
ALTER TABLE t OWNER TO role_a;
REVOKE ALL ON t FROM role_a;
GRANT SELECT ON t TO role_a;

-- options
manage all

-- plan
BEGIN;

REVOKE ALL ON TABLE t FROM role_a;

GRANT SELECT ON TABLE t TO role_a;

COMMIT;
