-- Rows that refer to those of a partition would keep it from leaving.
-- current
CREATE TABLE p (id int, k int, PRIMARY KEY (k)) PARTITION BY LIST (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1, 2);
CREATE TABLE c (k int REFERENCES p, l int, CONSTRAINT later FOREIGN KEY (l) REFERENCES p ON DELETE CASCADE);
COMMENT ON CONSTRAINT later ON c IS 'said';
-- rows
INSERT INTO p VALUES (1, 1), (2, 2);
INSERT INTO c VALUES (1, 2);
-- desired
CREATE TABLE p (id int, k int, PRIMARY KEY (k)) PARTITION BY LIST (k);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1, 2, 3);
CREATE TABLE c (k int REFERENCES p, l int, CONSTRAINT later FOREIGN KEY (l) REFERENCES p ON DELETE SET NULL);
COMMENT ON CONSTRAINT later ON c IS 'said';

-- plan
BEGIN;

ALTER TABLE c DROP CONSTRAINT c_k_fkey;

ALTER TABLE c DROP CONSTRAINT later;

ALTER TABLE p DETACH PARTITION p1;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1, 2, 3);

-- careful: fails if rows of table c refer to nothing
ALTER TABLE c ADD CONSTRAINT c_k_fkey FOREIGN KEY (k) REFERENCES p (k);

-- careful: fails if rows of table c refer to nothing
ALTER TABLE c ADD CONSTRAINT later FOREIGN KEY (l) REFERENCES p (k) ON DELETE SET NULL;

COMMENT ON CONSTRAINT later ON c IS 'said';

COMMIT;
