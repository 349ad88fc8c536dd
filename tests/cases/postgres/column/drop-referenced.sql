-- current
CREATE TABLE a (id int PRIMARY KEY, code int UNIQUE);
CREATE TABLE b (a_code int REFERENCES a (code));

-- desired
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_code int);

-- plan
BEGIN;

ALTER TABLE b DROP CONSTRAINT b_a_code_fkey;

-- destroys data: all values of column a.code
ALTER TABLE a DROP COLUMN code;

COMMIT;
