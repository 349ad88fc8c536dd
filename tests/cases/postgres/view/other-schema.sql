-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE SCHEMA app;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE SCHEMA app;
CREATE VIEW app.v AS SELECT id FROM public.t;

-- plan
CREATE VIEW app.v AS
SELECT id FROM public.t;
