CREATE TABLE child (x int);
CREATE TABLE tt (x int);
ALTER TABLE nowhere ADD x int;
ALTER TABLE child ADD FOREIGN KEY (x) REFERENCES nothing, ADD FOREIGN KEY (x) REFERENCES tt (none), ADD FOREIGN KEY (x) REFERENCES tt;
CREATE INDEX ON child (nope);
CREATE TABLE k (a int, PRIMARY KEY (b));
CREATE TABLE u (a nosuchtype);
CREATE TABLE child (y int);
CREATE INDEX tt ON child (x);
CREATE TABLE made AS SELECT 1;
CREATE TABLE twice (a int, a int);
ALTER TABLE child ALTER x FROB;
CREATE TABLE broken (a int,, b int);
CREATE TABLE cut (a int

-- is
-- ! file.sql:3:13: error: table "nowhere" does not exist
-- !  3 | ALTER TABLE nowhere ADD x int;
-- !    |             ^^^^^^^
-- !   help: no statement in the given sources creates it
-- ! file.sql:4:50: error: the foreign key points to table "nothing", which does not exist
-- !  4 | ALTER TABLE child ADD FOREIGN KEY (x) REFERENCES nothing, ADD FOREIGN KEY (x) REFERENCES tt (none), ADD FOREIGN KEY (x)
-- !    |                                                  ^^^^^^^
-- ! file.sql:4:90: error: the foreign key points to column "tt.none", which does not exist
-- !  4 |  KEY (x) REFERENCES nothing, ADD FOREIGN KEY (x) REFERENCES tt (none), ADD FOREIGN KEY (x) REFERENCES tt;
-- !    |                                                             ^^
-- ! file.sql:4:132: error: the foreign key names no columns, and table "tt" has no primary key
-- !  4 | EY (x) REFERENCES tt (none), ADD FOREIGN KEY (x) REFERENCES tt;
-- !    |                                                             ^^
-- ! file.sql:5:14: error: column "child.nope" does not exist
-- !  5 | CREATE INDEX ON child (nope);
-- !    |              ^^
-- !   help: no statement in the given sources creates it
-- ! file.sql:6:24: error: table "k" has no column "b"
-- !  6 | CREATE TABLE k (a int, PRIMARY KEY (b));
-- !    |                        ^^^^^^^
-- ! file.sql:7:19: error: type "nosuchtype" does not exist
-- !  7 | CREATE TABLE u (a nosuchtype);
-- !    |                   ^^^^^^^^^^
-- !   help: no statement in the given sources creates it; where an extension brings it, let them say CREATE EXTENSION
-- ! file.sql:8:14: error: table child is created twice
-- !  8 | CREATE TABLE child (y int);
-- !    |              ^^^^^
-- !   first: file.sql:1:14
-- ! file.sql:9:14: error: table tt is created twice
-- !  9 | CREATE INDEX tt ON child (x);
-- !    |              ^^
-- !   first: file.sql:2:14
-- ! file.sql:11:28: error: column "a" is there twice
-- !  11 | CREATE TABLE twice (a int, a int);
-- !     |                            ^
-- ! file.sql:12:27: error: expected what to alter of the column, found `FROB`
-- !  12 | ALTER TABLE child ALTER x FROB;
-- !     |                           ^^^^
-- ! file.sql:13:28: error: expected a name, found `,`
-- !  13 | CREATE TABLE broken (a int,, b int);
-- !     |                            ^
-- ! file.sql:14:24: error: expected `)`, the statement ends here
-- !  14 | CREATE TABLE cut (a int
-- !     |                        ^
-- schema public
-- table child
-- table made
-- table tt
-- column child.x: position 1; ty integer
-- column made.?column?: position 1; ty integer
-- column tt.x: position 1; ty integer
-- constraint child.child_x_fkey: rule {foreign_key {columns [x]; on_delete no_action; on_update no_action; table public.nothing}}
-- constraint child.child_x_fkey1: rule {foreign_key {columns [x]; on_delete no_action; on_update no_action; referenced [none]; table public.tt}}
-- constraint child.child_x_fkey2: rule {foreign_key {columns [x]; on_delete no_action; on_update no_action; table public.tt}}
