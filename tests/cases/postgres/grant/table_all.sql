-- current
CREATE TABLE t (a integer, b text);

-- desired
CREATE TABLE t (a integer, b text);
GRANT ALL PRIVILEGES ON TABLE t TO role_a, role_b;

-- options
manage all

-- plan
BEGIN;

GRANT ALL ON TABLE t TO role_a;

GRANT ALL ON TABLE t TO role_b;

COMMIT;
