-- current


-- desired
CREATE SCHEMA app;
CREATE TABLE app.a (id int PRIMARY KEY);
CREATE TABLE app.b (a_id int REFERENCES app.a);
CREATE INDEX ON app.b (a_id);

-- plan
