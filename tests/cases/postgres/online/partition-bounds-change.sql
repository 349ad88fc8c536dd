-- Rows of the partition are not to be seen in the table until it is back: nothing commits on the way.
-- options
online
-- current
CREATE TABLE p (id integer NOT NULL, note text) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE t (id integer, n integer);
-- rows
INSERT INTO p VALUES (1, 'a');
INSERT INTO t VALUES (1, 1);
-- desired
CREATE TABLE p (id integer NOT NULL, note text) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (20);
CREATE TABLE t (id integer, n integer);
CREATE INDEX t_n ON t (n);

-- plan
BEGIN;

ALTER TABLE p DETACH PARTITION p1;

CREATE INDEX t_n ON t (n);

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM (0) TO (20);

COMMIT;
