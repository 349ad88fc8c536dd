-- current
CREATE TABLE a (id int);

-- desired
CREATE VIEW a AS SELECT 1 AS id;

-- plan
