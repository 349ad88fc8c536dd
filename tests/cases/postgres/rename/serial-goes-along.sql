-- current
CREATE TABLE t (id serial PRIMARY KEY, x text);
CREATE VIEW v AS SELECT * FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM t;
-- rows
INSERT INTO t (x) VALUES ('a');
-- desired
CREATE SCHEMA app;
-- @renamed from=public.t
CREATE TABLE app.t (id serial PRIMARY KEY, x text);
CREATE VIEW v AS SELECT * FROM app.t;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM app.t;

-- plan
BEGIN;

CREATE SCHEMA app;

-- careful: whoever still says t gets an error
ALTER TABLE t SET SCHEMA app;

COMMIT;
