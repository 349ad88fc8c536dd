CREATE SCHEMA gone;
CREATE TABLE gone.a (id serial PRIMARY KEY, n int);
CREATE INDEX ON gone.a (n);
CREATE TABLE b (id int REFERENCES gone.a, x int UNIQUE, y int CHECK (y > 0 AND x > 0), z int);
CREATE INDEX by_z ON b (z) INCLUDE (y);
CREATE INDEX by_x ON b (x);
DROP SCHEMA gone CASCADE;
ALTER TABLE b DROP COLUMN y;
ALTER TABLE b DROP CONSTRAINT b_x_key;
DROP INDEX by_x;
CREATE SCHEMA old;
CREATE TABLE old.p (id int PRIMARY KEY, s serial) PARTITION BY LIST (id);
CREATE TABLE old.p1 PARTITION OF old.p FOR VALUES IN (1);
CREATE TABLE c (id int REFERENCES old.p);
ALTER SCHEMA old RENAME TO new;
CREATE INDEX ON new.p (s);
CREATE TABLE new.p2 PARTITION OF new.p DEFAULT;
DROP TABLE new.p2 CASCADE;
CREATE TABLE again (a int);
DROP TABLE IF EXISTS again, never;
CREATE TABLE again (b int);

-- is
-- schema new
-- schema public
-- sequence new.p_s_seq: cache 1; increment 1; max 2147483647; min 1; start 1; ty integer
-- owning column of sequence new.p_s_seq: column s; schema new; table p
-- table new.p: partition_by {key [id]; strategy list}
-- table new.p1: partition_of {bound FOR VALUES IN (1); parent new.p}
-- table again
-- table b
-- table c
-- column new.p.id: not_null; position 1; ty integer
-- column new.p.s: not_null; position 2; ty integer
-- default of column new.p.s: nextval('new.p_s_seq'::regclass)
-- column new.p1.id: inherited; not_null; position 1; ty integer
-- column new.p1.s: inherited; not_null; position 2; ty integer
-- default of column new.p1.s: nextval('new.p_s_seq'::regclass)
-- column again.b: position 1; ty integer
-- column b.id: position 1; ty integer
-- column b.x: position 2; ty integer
-- column b.z: position 4; ty integer
-- column c.id: position 1; ty integer
-- constraint new.p.p_pkey: rule {key {columns [id]; primary}}
-- constraint new.p1.p1_pkey: inherited; rule {key {columns [id]; parent new.p_pkey; primary}}
-- constraint c.c_id_fkey: rule {foreign_key {columns [id]; on_delete no_action; on_update no_action; referenced [id]; table new.p}}
-- index new.p1_s_idx: elements [key {column s}]; method btree; parent new.p_s_idx; table p1
-- index new.p_s_idx: elements [key {column s}]; method btree; table p
