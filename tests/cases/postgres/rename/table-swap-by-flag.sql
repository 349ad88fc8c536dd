-- current
CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE TABLE b (id int PRIMARY KEY, x int REFERENCES a (id));
CREATE VIEW v AS SELECT a.x FROM a JOIN b USING (id);
-- options
rename a=b
rename b=a
-- rows
INSERT INTO a VALUES (1, 2);
-- desired
CREATE TABLE b (id int PRIMARY KEY, x int);
CREATE TABLE a (id int PRIMARY KEY, x int REFERENCES b (id));
CREATE VIEW v AS SELECT b.x FROM b JOIN a USING (id);
