-- Every statement before what it needs.
ALTER TABLE a ADD COLUMN m mood, ADD COLUMN n int DEFAULT 1;
CREATE INDEX a_m ON a (m);
ALTER INDEX a_m RENAME TO a_mm;
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE a (id int PRIMARY KEY, b int REFERENCES b);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a (id));
ALTER SEQUENCE s OWNED BY a.id;
CREATE SEQUENCE s;
CREATE TABLE p (a int) PARTITION BY LIST (a);
CREATE TABLE ch () INHERITS (a);
CREATE TYPE mood AS ENUM ('ok');

-- is
-- schema public
-- type mood: labels [ok]
-- sequence s: cache 1; increment 1; max 9223372036854775807; min 1; start 1; ty bigint
-- owning column of sequence s: column id; schema public; table a
-- table a
-- table b
-- table ch: inherits [public.a]
-- table p: partition_by {key [a]; strategy list}
-- table p1: partition_of {bound FOR VALUES IN (1); parent public.p}
-- column a.b: position 2; ty integer
-- column a.id: not_null; position 1; ty integer
-- column a.m: position 3; ty public.mood
-- column a.n: position 4; ty integer
-- default of column a.n: 1
-- column b.a: position 2; ty integer
-- column b.id: not_null; position 1; ty integer
-- column ch.b: inherited; position 2; ty integer
-- column ch.id: inherited; not_null; position 1; ty integer
-- column ch.m: inherited; position 3; ty public.mood
-- column ch.n: inherited; position 4; ty integer
-- default of column ch.n: 1
-- column p.a: position 1; ty integer
-- column p1.a: inherited; position 1; ty integer
-- constraint a.a_b_fkey: rule {foreign_key {columns [b]; on_delete no_action; on_update no_action; referenced [id]; table public.b}}
-- constraint a.a_pkey: rule {key {columns [id]; primary}}
-- constraint b.b_a_fkey: rule {foreign_key {columns [a]; on_delete no_action; on_update no_action; referenced [id]; table public.a}}
-- constraint b.b_pkey: rule {key {columns [id]; primary}}
-- index a_mm: elements [key {column m}]; method btree; table a
