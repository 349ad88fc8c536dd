-- current
CREATE TABLE a (id int);

-- desired
CREATE VIEW a AS SELECT 1 AS id;

-- plan
BEGIN;

-- destroys data: all rows of table a
DROP TABLE a;

CREATE VIEW a AS
SELECT 1 AS id;

COMMIT;
