-- current
CREATE DOMAIN d AS int CHECK (value > 0);
CREATE TABLE t (a d);

-- desired
CREATE DOMAIN d AS int CHECK (value >= 0);
CREATE TABLE t (a d);

-- rows
INSERT INTO t VALUES (1);

-- plan
BEGIN;

ALTER DOMAIN d DROP CONSTRAINT d_check;

-- careful: fails if a value of type d does not satisfy it
ALTER DOMAIN d ADD CONSTRAINT d_check CHECK (value >= 0);

COMMIT;
