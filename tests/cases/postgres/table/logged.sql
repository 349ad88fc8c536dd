-- current
CREATE UNLOGGED TABLE a (id text);

-- desired
CREATE TABLE a (id int);

-- rows
INSERT INTO a VALUES (1);

-- plan
