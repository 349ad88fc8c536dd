-- current
CREATE TABLE a (x int, y int);
CREATE STATISTICS s ON x, (y * 2) FROM a;
-- desired
CREATE TABLE a (x int, y int);
CREATE STATISTICS s ON x, (y * 2) FROM a;
ALTER TABLE a DROP COLUMN y;

-- needs
version 14

-- plan
BEGIN;

DROP STATISTICS s;

-- destroys data: all values of column a.y
ALTER TABLE a DROP COLUMN y;

COMMIT;
