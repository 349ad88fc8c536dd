-- current
CREATE SCHEMA app;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO role_a;

-- desired
CREATE SCHEMA app;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO role_a;
CREATE TABLE app.t (a integer);

-- options
manage all

-- plan
BEGIN;

CREATE TABLE app.t (
    a integer
);

GRANT SELECT ON TABLE app.t TO role_a;

COMMIT;
