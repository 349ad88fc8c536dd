-- current
CREATE TABLE a (id int PRIMARY KEY);
ALTER TABLE a CLUSTER ON a_pkey;

-- desired
CREATE TABLE a (id int PRIMARY KEY);

-- plan
