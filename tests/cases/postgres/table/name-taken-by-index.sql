-- current
CREATE TABLE a (id int);
CREATE TABLE b (id int);

-- desired
CREATE TABLE b (id int);
CREATE INDEX a ON b (id);

-- plan
BEGIN;

-- destroys data: all rows of table a
DROP TABLE a;

CREATE INDEX a ON b (id);

COMMIT;
