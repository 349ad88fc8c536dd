-- current
CREATE TABLE a (id int PRIMARY KEY, note text);
CREATE TABLE b (id int);

-- desired
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int, note text);

-- plan
