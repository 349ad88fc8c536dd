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
