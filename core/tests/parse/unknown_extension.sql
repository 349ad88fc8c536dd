CREATE EXTENSION my_own;
CREATE TABLE t (id int, a thing, b my.thing);

-- is
-- schema public
-- extension my_own
-- table t
-- column t.a: position 2; ty public.thing
-- column t.b: position 3; ty my.thing
-- column t.id: position 1; ty integer
