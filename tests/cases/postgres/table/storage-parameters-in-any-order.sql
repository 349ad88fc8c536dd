-- current
CREATE TABLE t (id integer) WITH (fillfactor = 70);
CREATE TABLE same (id integer) WITH (fillfactor = 70, autovacuum_enabled = off);
-- desired
CREATE TABLE t (id integer) WITH (autovacuum_enabled = false, fillfactor = 70);
CREATE INDEX t_id ON t USING brin (id) WITH (pages_per_range = 16, autosummarize);
CREATE TABLE same (id integer) WITH (autovacuum_enabled = off, fillfactor = 70);

-- plan
BEGIN;

ALTER TABLE t SET (autovacuum_enabled = false, fillfactor = 70);

CREATE INDEX t_id ON t USING brin (id) WITH (pages_per_range = 16, autosummarize = true);

COMMIT;
