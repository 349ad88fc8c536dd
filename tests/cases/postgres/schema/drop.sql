-- current
CREATE SCHEMA app;
CREATE TABLE app.t (id int);

-- desired


-- plan
