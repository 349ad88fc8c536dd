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
