-- current
CREATE TABLE old (id serial PRIMARY KEY, v int CHECK (v > 0));
CREATE INDEX ON old (v);

-- desired
-- @renamed from=old
CREATE TABLE new (id serial PRIMARY KEY, v int CHECK (v > 0));
CREATE INDEX ON new (v);

-- rows
INSERT INTO old (v) VALUES (1);

-- plan
BEGIN;

-- careful: whoever still says old gets an error
ALTER TABLE old RENAME TO new;

ALTER SEQUENCE old_id_seq RENAME TO new_id_seq;

ALTER INDEX old_v_idx RENAME TO new_v_idx;

ALTER TABLE new RENAME CONSTRAINT old_pkey TO new_pkey;

ALTER TABLE new RENAME CONSTRAINT old_v_check TO new_v_check;

COMMIT;
