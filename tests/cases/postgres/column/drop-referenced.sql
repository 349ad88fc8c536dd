-- current
CREATE TABLE a (id int PRIMARY KEY, code int UNIQUE);
CREATE TABLE b (a_code int REFERENCES a (code));

-- desired
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_code int);

-- plan
