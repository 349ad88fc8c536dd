-- current
CREATE TABLE a (id int);
CREATE VIEW v AS SELECT id FROM a;

-- desired
-- @renamed from=a
CREATE TABLE b (id int);
CREATE VIEW v AS SELECT id FROM b;

-- rows
INSERT INTO a VALUES (1);

-- plan
-- careful: whoever still says a gets an error
ALTER TABLE a RENAME TO b;
