-- current


-- desired
CREATE TABLE t (a int);
CREATE INDEX i ON t (a);

-- options
online

-- plan
BEGIN;

CREATE TABLE t (
    a integer
);

CREATE INDEX i ON t (a);

COMMIT;
