-- current
CREATE SCHEMA app;
CREATE TABLE app.t (a serial);
CREATE TABLE app.u (a integer GENERATED ALWAYS AS IDENTITY);

-- desired
CREATE SCHEMA app AUTHORIZATION app_owner;
CREATE TABLE app.t (a serial);
ALTER TABLE app.t OWNER TO app_owner;
CREATE TABLE app.u (a integer GENERATED ALWAYS AS IDENTITY);
ALTER TABLE app.u OWNER TO app_owner;

-- allow
reverse

-- plan
BEGIN;

ALTER SCHEMA app OWNER TO app_owner;

ALTER TABLE app.t OWNER TO app_owner;

ALTER TABLE app.u OWNER TO app_owner;

COMMIT;
