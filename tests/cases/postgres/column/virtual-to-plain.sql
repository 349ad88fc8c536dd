-- current
CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a * 2) VIRTUAL);
-- desired
CREATE TABLE t (a integer, b integer DEFAULT 1);
-- needs
version 18

-- plan
ALTER TABLE t
    DROP COLUMN b,
    ADD COLUMN b integer DEFAULT 1;
