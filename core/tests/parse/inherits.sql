CREATE TABLE one (id int NOT NULL, a text DEFAULT 'one', CHECK (id > 0), CONSTRAINT stays CHECK (a <> '') NO INHERIT, PRIMARY KEY (id));
CREATE TABLE two (id int, b int DEFAULT 2 NOT NULL);
CREATE TABLE duo (a text NOT NULL DEFAULT 'own', c int, CONSTRAINT one_id_check CHECK (id > 0)) INHERITS (one, two);
CREATE TABLE grand () INHERITS (duo);
CREATE INDEX ON one (a);
ALTER TABLE one ADD COLUMN later int DEFAULT 5 CHECK (later > 1);
ALTER TABLE one ALTER id SET DEFAULT 9;
ALTER TABLE ONLY two ALTER b SET DEFAULT 3;
ALTER TABLE two ADD CONSTRAINT b_big CHECK (b > 1);
CREATE TABLE free (id int NOT NULL, b int NOT NULL DEFAULT 7, CONSTRAINT b_big CHECK (b > 1));
ALTER TABLE free INHERIT two;
ALTER TABLE duo NO INHERIT two;
ALTER TABLE one RENAME a TO aa;
ALTER TABLE one DROP CONSTRAINT one_later_check;
CREATE TYPE shape AS (x int, y text);
CREATE TABLE typed OF shape (x WITH OPTIONS PRIMARY KEY, y DEFAULT 'y' NOT NULL);
CREATE EXTENSION file_fdw;
CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
CREATE FOREIGN TABLE f (a int OPTIONS (force_null 'true') NOT NULL, b text DEFAULT 'x', CHECK (a > 0)) SERVER files OPTIONS (filename '/dev/null', format 'csv');
ALTER FOREIGN TABLE f OPTIONS (SET format 'text', DROP filename, ADD program 'true');
ALTER FOREIGN TABLE f ALTER a OPTIONS (DROP force_null);

-- is
-- schema public
-- extension file_fdw
-- type shape: attributes [name x; ty integer, name y; ty text]
-- table duo: inherits [public.one]
-- table f: foreign {options {format text; program true}; server files}
-- table free: inherits [public.two]
-- table grand: inherits [public.duo]
-- table one
-- table two
-- table typed: of_type public.shape
-- column duo.aa: not_null; position 2; ty text
-- default of column duo.aa: 'own'
-- column duo.b: not_null; position 3; ty integer
-- default of column duo.b: 2
-- column duo.c: position 4; ty integer
-- column duo.id: inherited; not_null; position 1; ty integer
-- default of column duo.id: 9
-- column duo.later: inherited; position 5; ty integer
-- default of column duo.later: 5
-- column f.a: not_null; position 1; ty integer
-- column f.b: position 2; ty text
-- default of column f.b: 'x'
-- column free.b: not_null; position 2; ty integer
-- default of column free.b: 7
-- column free.id: not_null; position 1; ty integer
-- column grand.aa: inherited; not_null; position 2; ty text
-- default of column grand.aa: 'own'
-- column grand.b: inherited; not_null; position 3; ty integer
-- default of column grand.b: 2
-- column grand.c: inherited; position 4; ty integer
-- column grand.id: inherited; not_null; position 1; ty integer
-- default of column grand.id: 9
-- column grand.later: inherited; position 5; ty integer
-- default of column grand.later: 5
-- column one.aa: position 2; ty text
-- default of column one.aa: 'one'
-- column one.id: not_null; position 1; ty integer
-- default of column one.id: 9
-- column one.later: position 3; ty integer
-- default of column one.later: 5
-- column two.b: not_null; position 2; ty integer
-- default of column two.b: 3
-- column two.id: position 1; ty integer
-- column typed.x: not_null; position 1; ty integer
-- column typed.y: not_null; position 2; ty text
-- default of column typed.y: 'y'
-- constraint duo.b_big: rule {check {expression b > 1}}
-- constraint duo.one_id_check: rule {check {expression id > 0}}
-- constraint f.f_a_check: rule {check {expression a > 0}}
-- constraint free.b_big: rule {check {expression b > 1}}
-- constraint grand.b_big: inherited; rule {check {expression b > 1}}
-- constraint grand.one_id_check: inherited; rule {check {expression id > 0}}
-- constraint one.one_id_check: rule {check {expression id > 0}}
-- constraint one.one_pkey: rule {key {columns [id]; primary}}
-- constraint one.stays: rule {check {expression aa <> ''; no_inherit}}
-- constraint two.b_big: rule {check {expression b > 1}}
-- constraint typed.typed_pkey: rule {key {columns [x]; primary}}
-- index one_a_idx: elements [key {column aa}]; method btree; table one
-- server files: clauses {wrapper file_fdw}; create CREATE SERVER files FOREIGN DATA WRAPPER file_fdw
