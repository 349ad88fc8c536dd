-- current
CREATE TABLE a (id int PRIMARY KEY);

-- desired
CREATE TABLE a (id int PRIMARY KEY);
ALTER TABLE a CLUSTER ON a_pkey;

-- plan
ALTER TABLE a CLUSTER ON a_pkey;
