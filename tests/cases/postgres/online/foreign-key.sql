-- current
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int);

-- desired
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);

-- rows
INSERT INTO a VALUES (1);
INSERT INTO b VALUES (1);

-- options
online

-- plan
