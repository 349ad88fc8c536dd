-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TABLE u (id int, who text);
CREATE POLICY p ON t USING (EXISTS (SELECT 1 FROM u WHERE u.id = t.id));

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TABLE u (id int, owner text);
CREATE POLICY p ON t USING (EXISTS (SELECT 1 FROM u WHERE u.id = t.id AND u.owner = current_user));

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
-- note: column u.who goes and column u.owner comes: perhaps a rename
--   help: if it is one, say --rename u.who=owner, or write -- @renamed from=who above it

BEGIN;

-- destroys data: all values of column u.who
ALTER TABLE u
    ADD COLUMN owner text,
    DROP COLUMN who;

-- careful: rows become visible or invisible to others
ALTER POLICY p ON t USING (EXISTS (SELECT 1 FROM u WHERE u.id = t.id AND u.owner = current_user));

COMMIT;
