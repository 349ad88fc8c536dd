-- current
CREATE TABLE a (id int);

-- desired
CREATE TABLE a (id int);
ALTER TABLE a REPLICA IDENTITY FULL;

-- plan
