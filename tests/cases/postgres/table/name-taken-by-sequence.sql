-- current
CREATE TABLE a (id int);

-- desired
CREATE SEQUENCE a;

-- plan
