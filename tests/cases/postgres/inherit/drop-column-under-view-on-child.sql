-- current
CREATE TABLE p (id integer, note text);
CREATE TABLE c (own integer) INHERITS (p);
CREATE VIEW v AS SELECT id, note FROM c;
-- rows
INSERT INTO c VALUES (1, 'a', 2);
-- desired
CREATE TABLE p (id integer);
CREATE TABLE c (own integer) INHERITS (p);
CREATE VIEW v AS SELECT id FROM c;

-- plan
BEGIN;

DROP VIEW v;

-- destroys data: all values of column p.note
ALTER TABLE p DROP COLUMN note;

CREATE VIEW v AS
SELECT id FROM c;

COMMIT;
