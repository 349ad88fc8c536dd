-- current
CREATE TABLE t (a integer, b integer);
ALTER TABLE t ADD CONSTRAINT a_nn NOT NULL a NOT VALID, ADD CONSTRAINT b_nn NOT NULL b NO INHERIT;
CREATE TABLE u () INHERITS (t);
-- desired
CREATE TABLE t (a integer, b integer, CONSTRAINT a_nn NOT NULL a, CONSTRAINT b_nn NOT NULL b);
CREATE TABLE u () INHERITS (t);
-- needs
version 18

-- plan
BEGIN;

-- careful: fails if rows of table t have no a
ALTER TABLE t VALIDATE CONSTRAINT a_nn;

ALTER TABLE t ALTER CONSTRAINT b_nn INHERIT;

COMMIT;
