-- current


-- desired
CREATE UNLOGGED TABLE a (id int) WITH (fillfactor = 70, autovacuum_enabled = false, toast.autovacuum_enabled = false);

-- plan
