-- current
CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b), UNIQUE (b, a));
CREATE TABLE c (a integer, b integer, FOREIGN KEY (b, a) REFERENCES p (b, a));
-- desired
CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b));
CREATE TABLE c (a integer, b integer, FOREIGN KEY (a, b) REFERENCES p);

-- plan
BEGIN;

ALTER TABLE c DROP CONSTRAINT c_b_a_fkey;

ALTER TABLE p DROP CONSTRAINT p_b_a_key;

-- careful: fails if rows of table c refer to nothing
ALTER TABLE c ADD CONSTRAINT c_a_b_fkey FOREIGN KEY (a, b) REFERENCES p (a, b);

COMMIT;
