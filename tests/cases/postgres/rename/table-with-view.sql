-- current
CREATE TABLE old (id int);
CREATE VIEW v AS SELECT id FROM old;

-- desired
-- @renamed from=old
CREATE TABLE new (id int);
CREATE VIEW v AS SELECT id FROM new;

-- rows
INSERT INTO old VALUES (1);

-- plan
