-- current
CREATE TABLE a (id int);

-- desired
CREATE SEQUENCE a;

-- plan
BEGIN;

-- destroys data: all rows of table a
DROP TABLE a;

CREATE SEQUENCE a;

COMMIT;
