-- current
CREATE SCHEMA app;

-- desired
CREATE SCHEMA app;
SET search_path = app, public;
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (id serial PRIMARY KEY, m mood DEFAULT 'a'::mood, n int DEFAULT f() CHECK (n > f()));
CREATE INDEX ON t (m, (n + 1)) WHERE m = 'a'::mood;
CREATE VIEW v AS SELECT id, m FROM t;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (id IN (SELECT id FROM t));

-- plan
BEGIN;

CREATE TYPE app.mood AS ENUM ('a', 'b');

CREATE FUNCTION app.f() RETURNS integer
    LANGUAGE sql
    AS $$SELECT 1$$;

CREATE TABLE app.t (
    id serial PRIMARY KEY,
    m app.mood DEFAULT 'a'::app.mood,
    n integer DEFAULT app.f() CHECK (n > app.f())
);

ALTER TABLE app.t ENABLE ROW LEVEL SECURITY;

CREATE INDEX t_m_expr_idx ON app.t (m, (n + 1)) WHERE m = 'a'::app.mood;

CREATE VIEW app.v AS
SELECT id, m FROM app.t;

CREATE POLICY p ON app.t USING (id IN (SELECT id FROM app.t));

COMMIT;
