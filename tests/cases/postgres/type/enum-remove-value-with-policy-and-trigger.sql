-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (m mood);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;
CREATE TRIGGER g BEFORE UPDATE OF m ON t FOR EACH ROW WHEN (new.m = 'ok') EXECUTE FUNCTION f();
CREATE POLICY p ON t USING (m = 'ok');

-- desired
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE t (m mood);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;
CREATE TRIGGER g BEFORE UPDATE OF m ON t FOR EACH ROW WHEN (new.m = 'ok') EXECUTE FUNCTION f();
CREATE POLICY p ON t USING (m = 'ok');

-- rows
INSERT INTO t VALUES ('ok');

-- plan
BEGIN;

DROP TRIGGER g ON t;

-- careful: rows become visible or invisible to others
DROP POLICY p ON t;

ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('ok', 'happy');

-- careful: fails if column t.m holds 'sad'
-- rewrites table t
ALTER TABLE t ALTER COLUMN m TYPE mood USING m::text::mood;

DROP TYPE mood_old;

CREATE TRIGGER g
    BEFORE UPDATE OF m ON t
    FOR EACH ROW
    WHEN (new.m = 'ok')
    EXECUTE FUNCTION f();

CREATE POLICY p ON t USING (m = 'ok');

COMMIT;
