-- Indexes that differ in their order alone are matched with their parents' in the order in which they were made.
-- current
CREATE TABLE p (id integer, at date) PARTITION BY LIST (id);
CREATE INDEX p_by_at ON p (at, id DESC);
CREATE INDEX p_by_at_desc ON p (at DESC, id DESC);
CREATE TABLE p1 (id integer, at date);
CREATE INDEX p1_z ON p1 (at, id DESC);
CREATE INDEX p1_a ON p1 (at DESC, id DESC);
ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);
-- desired
CREATE TABLE p (id integer, at date) PARTITION BY LIST (id);
CREATE TABLE p1 (id integer, at date);
CREATE INDEX p1_z ON p1 (at, id DESC);
CREATE INDEX p1_b ON p1 (at DESC, id DESC);
ALTER INDEX p1_b RENAME TO p1_a;
ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);
CREATE INDEX p_by_at ON p (at, id DESC);
CREATE INDEX p_by_at_desc ON p (at DESC, id DESC);
COMMENT ON INDEX p1_a IS 'The second';

-- plan
COMMENT ON INDEX p1_a IS 'The second';
