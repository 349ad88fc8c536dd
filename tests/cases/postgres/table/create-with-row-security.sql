-- current


-- desired
CREATE TABLE a (id int);
ALTER TABLE a ENABLE ROW LEVEL SECURITY;

-- plan
