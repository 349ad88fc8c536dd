-- current
CREATE TABLE t (a integer, b text);

-- desired
CREATE TABLE t (a integer, b text);
GRANT SELECT (a), UPDATE (a, b) ON t TO role_a;

-- options
manage all

-- plan
BEGIN;

GRANT SELECT (a), UPDATE (a) ON TABLE t TO role_a;

GRANT UPDATE (b) ON TABLE t TO role_a;

COMMIT;
