-- current
CREATE TABLE p (id integer, note text) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE VIEW v AS SELECT id, note FROM p1;
-- rows
INSERT INTO p VALUES (1, 'a');
-- desired
CREATE TABLE p (id integer) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);

-- plan
BEGIN;

-- careful: the definition of view v is lost if it is nowhere else
DROP VIEW v;

-- destroys data: all values of column p.note
ALTER TABLE p DROP COLUMN note;

COMMIT;
