-- The keys are set aside, or their actions would follow the rows that move: `rows` looks at each table alone.
-- current
CREATE TABLE p (id integer NOT NULL PRIMARY KEY, k text) PARTITION BY RANGE (id);
CREATE TABLE p_a PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p_d PARTITION OF p DEFAULT;
CREATE TABLE r (id integer REFERENCES p ON DELETE CASCADE);
CREATE TABLE log (n integer);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION tf();
CREATE INDEX pi ON p (k);
ALTER TABLE p ENABLE ROW LEVEL SECURITY;
CREATE INDEX own ON p_d (k, id);
COMMENT ON INDEX pi IS 'x';
-- rows
INSERT INTO p VALUES (1,'a'),(12,'b'),(33,'c');
INSERT INTO r VALUES (1),(12),(33);
-- desired
CREATE TABLE p (id integer NOT NULL PRIMARY KEY, k text, z integer DEFAULT 5) PARTITION BY RANGE (id);
CREATE TABLE p_a PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p_b PARTITION OF p FOR VALUES FROM (10) TO (20);
CREATE TABLE p_d PARTITION OF p DEFAULT;
CREATE TABLE r (id integer REFERENCES p ON DELETE CASCADE);
CREATE TABLE log (n integer);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE INSERT ON p FOR EACH ROW EXECUTE FUNCTION tf();
CREATE INDEX pi ON p (k);
ALTER TABLE p ENABLE ROW LEVEL SECURITY;
CREATE INDEX own ON p_d (k, id);
COMMENT ON INDEX pi IS 'x';
-- allow
rows

-- plan
BEGIN;

ALTER TABLE r DROP CONSTRAINT r_id_fkey;

ALTER TABLE p DETACH PARTITION p_d;

ALTER TABLE p ADD COLUMN z integer DEFAULT 5;

CREATE TABLE p_b PARTITION OF p FOR VALUES FROM (10) TO (20);

ALTER TABLE p_d ADD COLUMN z integer DEFAULT 5;

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM p_d WHERE id >= 10 AND id < 20 RETURNING id, k, z
)
INSERT INTO p (id, k, z)
SELECT id, k, z FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE p ATTACH PARTITION p_d DEFAULT;

-- careful: fails if rows of table r refer to nothing
ALTER TABLE r ADD CONSTRAINT r_id_fkey FOREIGN KEY (id) REFERENCES p (id) ON DELETE CASCADE;

COMMIT;
