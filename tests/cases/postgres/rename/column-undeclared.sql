-- current
CREATE TABLE t (id int, old text);

-- desired
CREATE TABLE t (id int, new text);

-- plan
