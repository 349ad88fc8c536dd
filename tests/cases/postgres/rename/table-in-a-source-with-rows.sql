-- A source that renames what it made says what becomes of the rows.
-- current
CREATE TABLE t (id serial PRIMARY KEY, a text NOT NULL UNIQUE, CONSTRAINT t_chk CHECK (a <> ''));
CREATE INDEX t_a_idx ON t (lower(a));
CREATE TABLE u (id int, t_id int REFERENCES t (id));
CREATE VIEW v AS SELECT a FROM t;
-- rows
INSERT INTO t (a) VALUES ('x');
INSERT INTO u VALUES (1, 1);
-- desired
CREATE TABLE t (id serial PRIMARY KEY, a text NOT NULL UNIQUE, CONSTRAINT t_chk CHECK (a <> ''));
CREATE INDEX t_a_idx ON t (lower(a));
CREATE TABLE u (id int, t_id int REFERENCES t (id));
CREATE VIEW v AS SELECT a FROM t;
ALTER TABLE t RENAME TO tt;
ALTER TABLE tt RENAME COLUMN a TO b;
ALTER TABLE tt RENAME CONSTRAINT t_chk TO tt_chk;
ALTER TABLE tt ADD COLUMN a int DEFAULT 0;

-- plan
BEGIN;

-- careful: whoever still says t gets an error
ALTER TABLE t RENAME TO tt;

-- careful: whoever still says a gets an error
ALTER TABLE tt RENAME COLUMN a TO b;

ALTER TABLE tt RENAME CONSTRAINT t_chk TO tt_chk;

ALTER TABLE tt ADD COLUMN a integer DEFAULT 0;

CREATE OR REPLACE VIEW v (a) AS
SELECT b FROM tt;

COMMIT;
