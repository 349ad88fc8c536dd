-- current
CREATE TABLE a (id int) WITH (fillfactor = 70, autovacuum_enabled = false);

-- desired
CREATE TABLE a (id int) WITH (fillfactor = 80, toast_tuple_target = 200);

-- plan
ALTER TABLE a
    RESET (autovacuum_enabled),
    SET (fillfactor = 80, toast_tuple_target = 200);
