-- current
CREATE TABLE old (id int, v text);

-- desired
CREATE TABLE new (id int, v text);

-- plan
