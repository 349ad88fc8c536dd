-- current
CREATE TYPE st AS ENUM ('new', 'old', 'gone');
CREATE TABLE e (id int NOT NULL, s st NOT NULL, PRIMARY KEY (id, s)) PARTITION BY LIST (s);
CREATE TABLE e_new PARTITION OF e FOR VALUES IN ('new');
CREATE TABLE e_def PARTITION OF e DEFAULT;
CREATE TABLE r (id int PRIMARY KEY, eid int, es st, FOREIGN KEY (eid, es) REFERENCES e (id, s));
CREATE VIEW v AS SELECT * FROM e;
-- rows
INSERT INTO e VALUES (1, 'new'), (2, 'old');
INSERT INTO r VALUES (1, 1, 'new');
-- desired
CREATE TYPE st AS ENUM ('old', 'new');
CREATE TABLE e (id int NOT NULL, s st NOT NULL, PRIMARY KEY (id, s)) PARTITION BY LIST (s);
CREATE TABLE e_new PARTITION OF e FOR VALUES IN ('new');
CREATE TABLE e_def PARTITION OF e DEFAULT;
CREATE TABLE r (id int PRIMARY KEY, eid int, es st, FOREIGN KEY (eid, es) REFERENCES e (id, s));
CREATE VIEW v AS SELECT * FROM e;

-- plan
BEGIN;

ALTER TABLE r DROP CONSTRAINT r_eid_es_fkey;

ALTER TABLE e DETACH PARTITION e_def;

ALTER TABLE e DETACH PARTITION e_new;

DROP VIEW v;

-- rewrites table e
DROP TABLE e;

ALTER TYPE st RENAME TO st_old;

CREATE TYPE st AS ENUM ('old', 'new');

-- careful: fails if column e_def.s holds 'gone'
-- rewrites table e_def
ALTER TABLE e_def ALTER COLUMN s TYPE st USING s::text::st;

-- careful: fails if column e_new.s holds 'gone'
-- rewrites table e_new
ALTER TABLE e_new ALTER COLUMN s TYPE st USING s::text::st;

-- careful: fails if column r.es holds 'gone'
-- rewrites table r
ALTER TABLE r ALTER COLUMN es TYPE st USING es::text::st;

DROP TYPE st_old;

-- careful: fails if rows of table e are NULL or equal in the key
CREATE TABLE e (
    id integer NOT NULL,
    s st NOT NULL,
    PRIMARY KEY (id, s)
) PARTITION BY LIST (s);

CREATE VIEW v AS
SELECT * FROM e;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE e ATTACH PARTITION e_def DEFAULT;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE e ATTACH PARTITION e_new FOR VALUES IN ('new');

-- careful: fails if rows of table r refer to nothing
ALTER TABLE r ADD CONSTRAINT r_eid_es_fkey FOREIGN KEY (eid, es) REFERENCES e (id, s);

COMMIT;
