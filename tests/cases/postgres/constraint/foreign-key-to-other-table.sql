-- current
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);

-- desired
CREATE TABLE c (id int PRIMARY KEY);
CREATE TABLE b (a_id int, CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES c);

-- plan
-- note: table a goes and table c comes: perhaps a rename
--   help: if it is one, say --rename a=c, or write -- @renamed from=a above it

BEGIN;

ALTER TABLE b DROP CONSTRAINT b_a_id_fkey;

CREATE TABLE c (
    id integer PRIMARY KEY
);

-- destroys data: all rows of table a
DROP TABLE a;

-- careful: fails if rows of table b refer to nothing
ALTER TABLE b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES c (id);

COMMIT;
