-- current
CREATE TABLE p (id int);
CREATE TABLE c (id int, extra int);

-- desired
CREATE TABLE p (id int);
CREATE TABLE c (id int, extra int);
ALTER TABLE c INHERIT p;

-- plan
ALTER TABLE c INHERIT p;
