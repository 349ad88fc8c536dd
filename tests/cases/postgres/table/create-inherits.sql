-- current


-- desired
CREATE TABLE p (id int, name text NOT NULL);
CREATE TABLE c (extra int) INHERITS (p);

-- plan
