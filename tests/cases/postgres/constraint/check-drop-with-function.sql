-- current
CREATE FUNCTION ok(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > 0';
CREATE TABLE t (a int CHECK (ok(a)));

-- desired
CREATE TABLE t (a int);

-- plan
BEGIN;

ALTER TABLE t DROP CONSTRAINT t_a_check;

-- careful: the definition of function ok(integer) is lost if it is nowhere else
DROP FUNCTION ok(integer);

COMMIT;
