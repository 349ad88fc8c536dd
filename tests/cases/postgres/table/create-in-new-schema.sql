-- current


-- desired
CREATE SCHEMA app;
CREATE TABLE app.a (id int PRIMARY KEY);
CREATE TABLE app.b (a_id int REFERENCES app.a);
CREATE INDEX ON app.b (a_id);

-- plan
BEGIN;

CREATE SCHEMA app;

CREATE TABLE app.a (
    id integer PRIMARY KEY
);

CREATE TABLE app.b (
    a_id integer REFERENCES app.a (id)
);

CREATE INDEX b_a_id_idx ON app.b (a_id);

COMMIT;
