-- A text that looks like an array is taken for one, any other becomes its one element. The texts of arrays (rows) differ.
-- current
CREATE TABLE t (id integer PRIMARY KEY, tags varchar(40), note text DEFAULT 'x');
-- rows
INSERT INTO t VALUES (1, '{a,b}', 'c, d'), (2, 'e', NULL), (3, NULL, '');
-- desired
CREATE TABLE t (id integer PRIMARY KEY, tags text[], note text[] DEFAULT '{}',
    CONSTRAINT kept CHECK (id <> 1 OR tags = '{a,b}' AND note = ARRAY['c, d']));
-- allow
rows

-- plan
-- careful: fails if rows of table t do not satisfy it
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN tags TYPE text[] USING CASE WHEN tags LIKE '{%}' THEN tags::text[] WHEN tags IS NOT NULL THEN ARRAY[tags]::text[] END,
    ALTER COLUMN note DROP DEFAULT,
    ALTER COLUMN note TYPE text[] USING CASE WHEN note LIKE '{%}' THEN note::text[] WHEN note IS NOT NULL THEN ARRAY[note]::text[] END,
    ALTER COLUMN note SET DEFAULT '{}',
    ADD CONSTRAINT kept CHECK (id <> 1 OR tags = '{a,b}' AND note = ARRAY['c, d']);
