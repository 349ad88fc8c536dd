-- current
CREATE TABLE t (id serial PRIMARY KEY);

-- desired
CREATE SCHEMA app;
-- @renamed from=public.t
CREATE TABLE app.t (id serial PRIMARY KEY);

-- rows
INSERT INTO t DEFAULT VALUES;

-- plan
