-- current


-- desired
CREATE TABLE a ();

-- plan
CREATE TABLE a ();
