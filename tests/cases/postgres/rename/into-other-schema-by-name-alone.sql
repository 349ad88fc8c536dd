-- current
CREATE SCHEMA app;
CREATE TABLE t (id serial PRIMARY KEY);
-- rows
INSERT INTO t DEFAULT VALUES;
-- desired
CREATE SCHEMA app;
-- @renamed from=t
CREATE TABLE app.t (id serial PRIMARY KEY);

-- plan
-- careful: whoever still says t gets an error
ALTER TABLE t SET SCHEMA app;
