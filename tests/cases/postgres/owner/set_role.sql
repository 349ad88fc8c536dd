-- current

-- desired
SET ROLE role_a;
RESET ROLE;
CREATE SCHEMA app AUTHORIZATION role_a;
SET SESSION AUTHORIZATION role_a;
CREATE TABLE app.t (a integer);
RESET SESSION AUTHORIZATION;
CREATE TABLE app.u (a integer);

-- allow
reverse

-- plan
BEGIN;

CREATE SCHEMA app;

ALTER SCHEMA app OWNER TO role_a;

CREATE TABLE app.t (
    a integer
);

ALTER TABLE app.t OWNER TO role_a;

CREATE TABLE app.u (
    a integer
);

COMMIT;
