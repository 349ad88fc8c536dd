-- current

-- desired
CREATE TABLE t (a integer, b text);
GRANT SELECT ON t TO role_a;
GRANT UPDATE (b) ON t TO role_b;

-- allow
reverse

-- plan
BEGIN;

CREATE TABLE t (
    a integer,
    b text
);

GRANT SELECT ON TABLE t TO role_a;

GRANT UPDATE (b) ON TABLE t TO role_b;

COMMIT;
