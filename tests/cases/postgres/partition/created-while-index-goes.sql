-- current
CREATE TABLE events (id integer NOT NULL, c1 varchar(100), UNIQUE (c1, id)) PARTITION BY RANGE (id);
CREATE INDEX ON events (c1, id);
-- desired
CREATE TABLE events (id integer NOT NULL, c1 varchar(100), CONSTRAINT u UNIQUE (c1, id)) PARTITION BY RANGE (id);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE INDEX events_c1_i ON events (c1, id);

-- plan
BEGIN;

ALTER TABLE events DROP CONSTRAINT events_c1_id_key;

DROP INDEX events_c1_id_idx;

-- careful: fails if rows of table events are equal in the key
ALTER TABLE events ADD CONSTRAINT u UNIQUE (c1, id);

CREATE INDEX events_c1_i ON events (c1, id);

CREATE TABLE events_rest PARTITION OF events DEFAULT;

COMMIT;
