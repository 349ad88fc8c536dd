-- current
CREATE DOMAIN d AS int;
ALTER DOMAIN d ADD CONSTRAINT positive CHECK (value > 0) NOT VALID;
CREATE TABLE t (a d);

-- desired
CREATE DOMAIN d AS int CONSTRAINT positive CHECK (value > 0);
CREATE TABLE t (a d);

-- rows
INSERT INTO t VALUES (1);

-- plan
-- careful: fails if a value of type d does not satisfy it
ALTER DOMAIN d VALIDATE CONSTRAINT positive;
