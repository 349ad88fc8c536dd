-- current

-- desired
CREATE SCHEMA app
    CREATE VIEW v AS SELECT a FROM t
    CREATE TABLE t (a integer, b text)
    GRANT SELECT ON t TO role_a;

-- options
manage all

-- plan
BEGIN;

CREATE SCHEMA app;

CREATE TABLE app.t (
    a integer,
    b text
);

GRANT SELECT ON TABLE app.t TO role_a;

CREATE VIEW app.v AS
SELECT a FROM app.t;

COMMIT;
