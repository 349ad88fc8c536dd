-- current
CREATE TABLE a (id int NOT NULL);

-- desired
CREATE TABLE a (id int NOT NULL);
CREATE UNIQUE INDEX a_id ON a (id);
ALTER TABLE a REPLICA IDENTITY USING INDEX a_id;

-- plan
