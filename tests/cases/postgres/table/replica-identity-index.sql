-- current
CREATE TABLE a (id int NOT NULL);

-- desired
CREATE TABLE a (id int NOT NULL);
CREATE UNIQUE INDEX a_id ON a (id);
ALTER TABLE a REPLICA IDENTITY USING INDEX a_id;

-- plan
BEGIN;

-- careful: fails if rows of table a are equal in the index's key
CREATE UNIQUE INDEX a_id ON a (id);

ALTER TABLE a REPLICA IDENTITY USING INDEX a_id;

COMMIT;
