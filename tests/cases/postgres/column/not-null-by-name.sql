-- current
CREATE TABLE t (a integer NOT NULL, b integer CONSTRAINT b_nn NOT NULL, c integer, d integer);
-- rows
INSERT INTO t VALUES (1, 1, 1, null);
-- desired
CREATE TABLE t (a integer CONSTRAINT a_nn NOT NULL, b integer NOT NULL, c integer, d integer, CONSTRAINT c_nn NOT NULL c NO INHERIT);
ALTER TABLE t ADD CONSTRAINT d_nn NOT NULL d NOT VALID;
-- needs
version 18

-- plan
BEGIN;

ALTER TABLE t RENAME CONSTRAINT t_a_not_null TO a_nn;

ALTER TABLE t RENAME CONSTRAINT b_nn TO t_b_not_null;

-- careful: fails if rows of table t have no c
ALTER TABLE t
    ADD CONSTRAINT c_nn NOT NULL c NO INHERIT,
    ADD CONSTRAINT d_nn NOT NULL d NOT VALID;

COMMIT;
