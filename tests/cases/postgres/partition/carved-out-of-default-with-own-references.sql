-- The default partition leaves without its share of the key that is set aside: `rows` looks at each table alone.
-- current
CREATE TABLE events (id integer PRIMARY KEY, up integer REFERENCES events (id)) PARTITION BY RANGE (id);
CREATE TABLE events_rest PARTITION OF events DEFAULT;

-- rows
INSERT INTO events VALUES (1, NULL), (2, 1), (200, 2);

-- desired
CREATE TABLE events (id integer PRIMARY KEY, up integer REFERENCES events (id)) PARTITION BY RANGE (id);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE events_p0 PARTITION OF events FOR VALUES FROM (0) TO (100);

-- allow
rows

-- plan
BEGIN;

ALTER TABLE events DROP CONSTRAINT events_up_fkey;

ALTER TABLE events DETACH PARTITION events_rest;

CREATE TABLE events_p0 PARTITION OF events FOR VALUES FROM (0) TO (100);

-- careful: rows outside the new bounds go to other partitions
WITH moved AS (
    DELETE FROM events_rest WHERE id >= 0 AND id < 100 RETURNING id, up
)
INSERT INTO events (id, up)
SELECT id, up FROM moved;

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE events ATTACH PARTITION events_rest DEFAULT;

-- careful: fails if rows of table events refer to nothing
ALTER TABLE events ADD CONSTRAINT events_up_fkey FOREIGN KEY (up) REFERENCES events (id);

COMMIT;
