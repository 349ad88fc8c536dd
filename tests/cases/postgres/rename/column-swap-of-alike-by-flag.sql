-- The rows go with what holds them, to the other name.
-- allow
rows
-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE INDEX t_a ON t (a);
-- options
rename t.a=b
rename t.b=a
-- rows
INSERT INTO t VALUES (1, 2, 3);
-- desired
CREATE TABLE t (id int PRIMARY KEY, b int, a int);
CREATE INDEX t_a ON t (a);

-- plan
BEGIN;

-- careful: whoever still says a gets an error
ALTER TABLE t RENAME COLUMN a TO b_renaming;

-- careful: whoever still says b gets an error
ALTER TABLE t RENAME COLUMN b TO a_renaming;

-- careful: whoever still says b_renaming gets an error
ALTER TABLE t RENAME COLUMN b_renaming TO b;

-- careful: whoever still says a_renaming gets an error
ALTER TABLE t RENAME COLUMN a_renaming TO a;

DROP INDEX t_a;

CREATE INDEX t_a ON t (a);

COMMIT;
