-- current
CREATE TABLE t (a text);
CREATE INDEX i ON t ((a COLLATE "C"));
CREATE INDEX j ON t ((lower(a) COLLATE "C"));
-- desired
CREATE TABLE t (a text);
CREATE INDEX i ON t (a COLLATE "C");
CREATE INDEX j ON t (lower(a) COLLATE "POSIX");

-- plan
BEGIN;

DROP INDEX j;

CREATE INDEX j ON t (lower(a) COLLATE "POSIX");

COMMIT;
