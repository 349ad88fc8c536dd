-- current


-- desired
CREATE UNLOGGED TABLE a (id text) WITH (autovacuum_enabled = false, fillfactor = 70, toast.autovacuum_enabled = false);

-- plan
CREATE UNLOGGED TABLE a (
    id text
) WITH (autovacuum_enabled = false, fillfactor = 70, toast.autovacuum_enabled = false);
