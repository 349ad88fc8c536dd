-- options
online
-- current
CREATE EXTENSION citext;
CREATE TABLE t (a citext PRIMARY KEY);
CREATE INDEX i ON t (lower(a));
-- rows
INSERT INTO t VALUES ('A');
-- desired
CREATE TABLE t (a text PRIMARY KEY);
CREATE INDEX i ON t (lower(a));
-- needs
extension citext

-- plan
BEGIN;

DROP INDEX i;

-- careful: table t can be neither read nor written while it is rewritten
-- rewrites table t
ALTER TABLE t ALTER COLUMN a TYPE text;

CREATE INDEX i ON t (lower(a));

-- destroys data: what extension citext stores
-- careful: everything the extension brought goes with it
DROP EXTENSION citext;

COMMIT;
