-- current
CREATE TABLE t (a date DEFAULT '1970-01-01'::date);
-- desired
CREATE TABLE t (a date DEFAULT 'epoch', b date DEFAULT 'EPOCH'::date);

-- plan
ALTER TABLE t ADD COLUMN b date DEFAULT 'EPOCH'::date;
