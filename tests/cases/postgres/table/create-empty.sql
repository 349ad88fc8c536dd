-- current


-- desired
CREATE TABLE a ();

-- plan
