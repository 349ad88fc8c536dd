-- current
CREATE TABLE events (id integer NOT NULL, c1 varchar(100), UNIQUE (c1, id)) PARTITION BY RANGE (id);
CREATE INDEX ON events (c1, id);
-- desired
CREATE TABLE events (id integer NOT NULL, c1 varchar(100), CONSTRAINT u UNIQUE (c1, id)) PARTITION BY RANGE (id);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE INDEX events_c1_i ON events (c1, id);

-- plan
BEGIN;

-- careful: fails if rows of table events are equal in the key
ALTER TABLE events
    DROP CONSTRAINT events_c1_id_key,
    ADD CONSTRAINT u UNIQUE (c1, id);

CREATE INDEX events_c1_i ON events (c1, id);

DROP INDEX events_c1_id_idx;

CREATE TABLE events_rest PARTITION OF events DEFAULT;

COMMIT;
