-- A source may drop what it made before: with CASCADE, what stands on it goes too and can be made again.
-- current
CREATE TABLE person (id integer PRIMARY KEY, comment text);
CREATE VIEW comment AS SELECT comment FROM person;
-- desired
CREATE TABLE person (id integer, comment text, CONSTRAINT person_old PRIMARY KEY (id));
CREATE TABLE pet (owner integer CONSTRAINT pet_owner REFERENCES person (id), kind text);
ALTER TABLE person DROP CONSTRAINT person_old CASCADE;
ALTER TABLE person ADD PRIMARY KEY (id);
ALTER TABLE pet ADD CONSTRAINT pet_owner FOREIGN KEY (owner) REFERENCES person (id);
CREATE VIEW person_view AS SELECT * FROM person;
CREATE MATERIALIZED VIEW person_fast AS SELECT id AS pid FROM (SELECT p.id FROM person_view p) q;
CREATE UNIQUE INDEX person_fast_id ON person_fast (pid);
CREATE VIEW comment AS SELECT comment AS person_view FROM person;
DROP VIEW person_view CASCADE;
CREATE VIEW person_view AS SELECT id FROM person;
CREATE MATERIALIZED VIEW person_fast AS SELECT id AS pid FROM person_view;
CREATE UNIQUE INDEX person_fast_id ON person_fast (pid);
CREATE TYPE mood AS ENUM ('a');
CREATE FUNCTION cheer(mood) RETURNS text LANGUAGE sql AS 'SELECT NULL::text';
ALTER TABLE pet ADD COLUMN mood mood;
DROP TYPE mood CASCADE;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touched BEFORE UPDATE ON pet FOR EACH ROW EXECUTE FUNCTION touch();
DROP FUNCTION touch() CASCADE;
CREATE VIEW kinds AS SELECT kind FROM pet;
ALTER TABLE pet DROP COLUMN kind CASCADE;
DO $$
BEGIN
  DROP TYPE IF EXISTS message CASCADE;
  CREATE TYPE message AS (id text);
END$$;

-- plan
BEGIN;

CREATE TYPE message AS (id text);

CREATE VIEW person_view AS
SELECT id FROM person;

CREATE MATERIALIZED VIEW person_fast AS
SELECT id AS pid FROM person_view;

CREATE UNIQUE INDEX person_fast_id ON person_fast (pid);

CREATE TABLE pet (
    owner integer,
    CONSTRAINT pet_owner FOREIGN KEY (owner) REFERENCES person (id)
);

DROP VIEW comment;

CREATE VIEW comment AS
SELECT comment AS person_view FROM person;

COMMIT;
