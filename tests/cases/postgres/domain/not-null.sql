-- current
CREATE DOMAIN d AS int;
CREATE TABLE t (a d);

-- desired
CREATE DOMAIN d AS int NOT NULL;
CREATE TABLE t (a d);

-- rows
INSERT INTO t VALUES (1);

-- plan
-- careful: fails if a value of type d does not satisfy it
ALTER DOMAIN d SET NOT NULL;
