-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (id int, m mood);
CREATE VIEW v AS SELECT id, m FROM t WHERE m = 'ok';
COMMENT ON VIEW v IS 'the ok ones';
CREATE VIEW w AS SELECT id FROM v;

-- desired
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE t (id int, m mood);
CREATE VIEW v AS SELECT id, m FROM t WHERE m = 'ok';
COMMENT ON VIEW v IS 'the ok ones';
CREATE VIEW w AS SELECT id FROM v;

-- rows
INSERT INTO t VALUES (1, 'ok');

-- plan
BEGIN;

DROP VIEW w;

DROP VIEW v;

ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('ok', 'happy');

-- careful: fails if column t.m holds 'sad'
-- rewrites table t
ALTER TABLE t ALTER COLUMN m TYPE mood USING m::text::mood;

DROP TYPE mood_old;

CREATE VIEW v AS
SELECT id, m FROM t WHERE m = 'ok';

COMMENT ON VIEW v IS 'the ok ones';

CREATE VIEW w AS
SELECT id FROM v;

COMMIT;
