-- current
CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE TABLE b (id int PRIMARY KEY, x text);
CREATE INDEX a_x_idx ON a (x);
-- rows
INSERT INTO a VALUES (1, 2);
-- desired
-- @renamed from=a
CREATE TABLE b (id int PRIMARY KEY, x int);
-- @renamed from=b
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE INDEX b_x_idx ON b (x);
