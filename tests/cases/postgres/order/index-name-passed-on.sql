-- current
CREATE TABLE a (x int);
CREATE TABLE b (x int);
CREATE INDEX i ON a (x);
CREATE INDEX j ON b (x);

-- desired
CREATE TABLE a (x int);
CREATE TABLE b (x int);
CREATE INDEX j ON a (x);
CREATE INDEX i ON b (x);

-- plan
BEGIN;

DROP INDEX i;

DROP INDEX j;

CREATE INDEX j ON a (x);

CREATE INDEX i ON b (x);

COMMIT;
