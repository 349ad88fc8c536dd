-- current


-- desired
CREATE TABLE a (id int PRIMARY KEY, parent int REFERENCES a);

-- plan
