-- current
CREATE TABLE a (id int PRIMARY KEY, code int NOT NULL UNIQUE);
CREATE TABLE b (a_id int REFERENCES a);

-- desired
CREATE TABLE a (id int NOT NULL UNIQUE, code int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a (id));

-- rows
INSERT INTO a VALUES (1, 10);
INSERT INTO b VALUES (1);

-- plan
