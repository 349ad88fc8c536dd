-- current
CREATE SCHEMA s;
CREATE TYPE s.e AS ENUM ('a');
CREATE TABLE s.t (id serial PRIMARY KEY, e s.e);
CREATE INDEX ON s.t (e);
CREATE VIEW s.v AS SELECT id FROM s.t;
CREATE TABLE keep (t_id int REFERENCES s.t);

-- desired
CREATE TABLE keep (t_id int);

-- plan
BEGIN;

ALTER TABLE keep DROP CONSTRAINT keep_t_id_fkey;

-- careful: the definition of view s.v is lost if it is nowhere else
DROP VIEW s.v;

-- destroys data: all rows of table s.t; the current value of sequence s.t_id_seq
DROP TABLE s.t;

DROP TYPE s.e;

DROP SCHEMA s;

COMMIT;
