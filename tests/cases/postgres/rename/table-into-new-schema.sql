-- current
CREATE TABLE t (id serial PRIMARY KEY);

-- desired
CREATE SCHEMA app;
-- @renamed from=public.t
CREATE TABLE app.t (id serial PRIMARY KEY);

-- rows
INSERT INTO t DEFAULT VALUES;

-- plan
BEGIN;

CREATE SCHEMA app;

-- careful: whoever still says t gets an error
ALTER TABLE t SET SCHEMA app;

COMMIT;
