-- current
CREATE TABLE a (id int);
ALTER TABLE a REPLICA IDENTITY FULL;

-- desired
CREATE TABLE a (id int);

-- plan
