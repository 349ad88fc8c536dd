-- current
CREATE SCHEMA a;
CREATE TABLE a.t (id int);

-- desired
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TABLE a.t (id int, x int);
CREATE TABLE b.t (id int);

-- plan
