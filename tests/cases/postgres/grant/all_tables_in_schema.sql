-- current
CREATE SCHEMA app;
CREATE TABLE app.t (a integer);
CREATE VIEW app.v AS SELECT 1 AS x;

-- desired
CREATE SCHEMA app;
CREATE TABLE app.t (a integer);
CREATE VIEW app.v AS SELECT 1 AS x;
GRANT SELECT ON ALL TABLES IN SCHEMA app TO role_a;
CREATE TABLE app.later (a integer);

-- options
manage all

-- plan
BEGIN;

CREATE TABLE app.later (
    a integer
);

GRANT SELECT ON TABLE app.t TO role_a;

GRANT SELECT ON TABLE app.v TO role_a;

COMMIT;
