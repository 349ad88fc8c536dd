-- current
CREATE SCHEMA app;
SET search_path = app;
CREATE TABLE t (id int);

-- desired
CREATE SCHEMA app;
SET search_path = app;
CREATE TABLE t (id int);
CREATE VIEW v AS SELECT id FROM t;

-- plan
CREATE VIEW app.v AS
SELECT id FROM app.t;
