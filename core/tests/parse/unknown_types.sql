CREATE TABLE t (id int, email citextt);
CREATE TABLE u (id int, place geometry(Point, 4326), path ltree, mine app.mood, other "Mood"[]);
CREATE DOMAIN d AS money2 CHECK (VALUE > 0);
CREATE FUNCTION f(x later) RETURNS nothing LANGUAGE sql AS 'SELECT 1';
CREATE TABLE v (l later, r spans, m spans_multirange);
CREATE TYPE later AS ENUM ('a');
CREATE TYPE spans AS RANGE (subtype = int);

-- is
-- ! file.sql:1:31: error: type "citextt" does not exist
-- !  1 | CREATE TABLE t (id int, email citextt);
-- !    |                               ^^^^^^^
-- !   help: no statement in the given sources creates it; where an extension brings it, let them say CREATE EXTENSION
-- ! file.sql:2:71: error: type "app.mood" does not exist
-- !  2 | LE u (id int, place geometry(Point, 4326), path ltree, mine app.mood, other "Mood"[]);
-- !    |                                                             ^^^^^^^^
-- !   help: no statement in the given sources creates it; where an extension brings it, let them say CREATE EXTENSION
-- ! file.sql:3:20: error: type "money2" does not exist
-- !  3 | CREATE DOMAIN d AS money2 CHECK (VALUE > 0);
-- !    |                    ^^^^^^
-- !   help: no statement in the given sources creates it; where an extension brings it, let them say CREATE EXTENSION
-- ! file.sql:4:36: error: type "nothing" does not exist
-- !  4 | CREATE FUNCTION f(x later) RETURNS nothing LANGUAGE sql AS 'SELECT 1';
-- !    |                                    ^^^^^^^
-- !   help: no statement in the given sources creates it; where an extension brings it, let them say CREATE EXTENSION
-- schema public
-- type later: labels [a]
-- type spans: subtype integer
-- table v
-- column v.l: position 1; ty public.later
-- column v.m: position 3; ty public.spans_multirange
-- column v.r: position 2; ty public.spans
