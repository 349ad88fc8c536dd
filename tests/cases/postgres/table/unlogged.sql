-- current
CREATE TABLE a (id int);

-- desired
CREATE UNLOGGED TABLE a (id int);

-- rows
INSERT INTO a VALUES (1);

-- plan
