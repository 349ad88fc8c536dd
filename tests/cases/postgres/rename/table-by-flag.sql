-- current
CREATE TABLE old (id int);

-- desired
CREATE TABLE new (id int, x int);

-- rows
INSERT INTO old VALUES (1);

-- options
rename old=new

-- plan
