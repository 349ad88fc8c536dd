-- current
CREATE VIEW a AS SELECT 1 AS id;

-- desired
CREATE TABLE a (id int);

-- plan
BEGIN;

DROP VIEW a;

CREATE TABLE a (
    id integer
);

COMMIT;
