-- current
CREATE TABLE t (id integer, old_name text, n integer);
CREATE VIEW v AS SELECT * FROM t;
CREATE TABLE log (id integer, what text);
CREATE RULE ru AS ON UPDATE TO t WHERE NEW.old_name IS DISTINCT FROM OLD.old_name DO ALSO INSERT INTO log VALUES (OLD.id, NEW.old_name);
CREATE TABLE u (id integer, tid integer);
ALTER TABLE u ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON u USING (tid IN (SELECT t.id FROM t WHERE t.old_name = 'x'));
CREATE POLICY p2 ON u USING (EXISTS (SELECT FROM t WHERE old_name = 'x' AND t.id = tid));
-- rows
INSERT INTO t VALUES (1,'a',2);
-- options
rename t.old_name=new_name
-- desired
CREATE TABLE t (id integer, new_name text, n integer);
CREATE VIEW v AS SELECT * FROM t;
CREATE TABLE log (id integer, what text);
CREATE RULE ru AS ON UPDATE TO t WHERE NEW.new_name IS DISTINCT FROM OLD.new_name DO ALSO INSERT INTO log VALUES (OLD.id, NEW.new_name);
CREATE TABLE u (id integer, tid integer);
ALTER TABLE u ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON u USING (tid IN (SELECT t.id FROM t WHERE t.new_name = 'x'));
CREATE POLICY p2 ON u USING (EXISTS (SELECT FROM t WHERE new_name = 'x' AND t.id = tid));

-- plan
BEGIN;

-- careful: whoever still says old_name gets an error
ALTER TABLE t RENAME COLUMN old_name TO new_name;

DROP VIEW v;

CREATE VIEW v AS
SELECT * FROM t;

CREATE OR REPLACE RULE ru AS
    ON UPDATE TO t
    WHERE NEW.new_name IS DISTINCT FROM OLD.new_name
    DO ALSO INSERT INTO log VALUES (OLD.id, NEW.new_name);

-- careful: rows become visible or invisible to others
ALTER POLICY p ON u USING (tid IN (SELECT t.id FROM t WHERE t.new_name = 'x'));

-- careful: rows become visible or invisible to others
ALTER POLICY p2 ON u USING (EXISTS (SELECT FROM t WHERE new_name = 'x' AND t.id = tid));

COMMIT;
