-- current
CREATE TABLE a (id int);
CREATE TABLE b (id int);

-- desired
CREATE TABLE b (id int);

-- plan
-- destroys data: all rows of table a
DROP TABLE a;
