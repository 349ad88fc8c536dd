-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (m mood PRIMARY KEY);
CREATE TABLE u (m mood UNIQUE REFERENCES t);

-- desired
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE t (m mood PRIMARY KEY);
CREATE TABLE u (m mood UNIQUE REFERENCES t);

-- rows
INSERT INTO t VALUES ('ok');
INSERT INTO u VALUES ('ok');

-- plan
BEGIN;

ALTER TABLE u DROP CONSTRAINT u_m_fkey;

ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('ok', 'happy');

-- careful: fails if column t.m holds 'sad'
-- rewrites table t
ALTER TABLE t ALTER COLUMN m TYPE mood USING m::text::mood;

-- careful: fails if column u.m holds 'sad'
-- rewrites table u
ALTER TABLE u ALTER COLUMN m TYPE mood USING m::text::mood;

DROP TYPE mood_old;

-- careful: fails if rows of table u refer to nothing
ALTER TABLE u ADD CONSTRAINT u_m_fkey FOREIGN KEY (m) REFERENCES t (m);

COMMIT;
