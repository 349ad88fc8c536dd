-- current

-- desired
CREATE TABLE t (a integer);
CREATE VIEW v AS SELECT 1 AS a;
CREATE SEQUENCE s;
CREATE TYPE m AS ENUM ('a');
CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE TABLE stays (a integer);
DROP TABLE IF EXISTS t, nothing CASCADE;
DROP VIEW v;
DROP SEQUENCE s;
DROP TYPE m;
DROP FUNCTION f();
DROP FUNCTION IF EXISTS g(integer);

-- plan
CREATE TABLE stays (
    a integer
);
