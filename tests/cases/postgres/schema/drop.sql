-- current
CREATE SCHEMA app;
CREATE TABLE app.t (id int);

-- desired

-- plan
BEGIN;

-- destroys data: all rows of table app.t
DROP TABLE app.t;

DROP SCHEMA app;

COMMIT;
