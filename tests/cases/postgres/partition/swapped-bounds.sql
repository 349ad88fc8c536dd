-- Each has rows that belong to the other, so they wait elsewhere: `rows` looks at each table alone.
-- current
CREATE TABLE p (id integer NOT NULL, k text) PARTITION BY LIST (k);
CREATE TABLE pa PARTITION OF p FOR VALUES IN ('a');
CREATE TABLE pb PARTITION OF p FOR VALUES IN ('b');
-- rows
INSERT INTO p VALUES (1,'a'),(2,'b');
-- desired
CREATE TABLE p (id integer NOT NULL, k text) PARTITION BY LIST (k);
CREATE TABLE pa PARTITION OF p FOR VALUES IN ('b');
CREATE TABLE pb PARTITION OF p FOR VALUES IN ('a');
-- allow
rows
