-- current
CREATE TABLE p (id int);
CREATE TABLE c (id int, extra int);
ALTER TABLE c INHERIT p;

-- desired
CREATE TABLE p (id int);
CREATE TABLE c (id int, extra int);

-- plan
ALTER TABLE c NO INHERIT p;
