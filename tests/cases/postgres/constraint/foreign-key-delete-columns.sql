-- current
CREATE TABLE a (x int, y int, PRIMARY KEY (x, y));
CREATE TABLE b (x int, y int);

-- desired
CREATE TABLE a (x int, y int, PRIMARY KEY (x, y));
CREATE TABLE b (x int, y int, FOREIGN KEY (x, y) REFERENCES a MATCH FULL ON DELETE SET NULL);
CREATE TABLE c (x int, y int, FOREIGN KEY (x, y) REFERENCES a ON DELETE SET NULL (y));

-- plan
