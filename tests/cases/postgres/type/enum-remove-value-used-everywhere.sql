-- current
CREATE TYPE st AS ENUM ('new', 'old', 'gone');
CREATE TYPE pair AS (s st, n int);
CREATE DOMAIN st_d AS st DEFAULT 'new' CHECK (VALUE <> 'gone');
CREATE TABLE p (s st PRIMARY KEY, x int);
CREATE TABLE c (id int PRIMARY KEY, s st NOT NULL DEFAULT 'new' REFERENCES p (s), arr st[] DEFAULT '{new,old}', d st_d,
  pr pair, g boolean GENERATED ALWAYS AS (s = 'new') STORED, CHECK (s <> 'gone'), UNIQUE (s, id));
CREATE UNIQUE INDEX c_u ON c (s) WHERE s = 'old';
CREATE INDEX c_e ON c ((coalesce(s, 'new')));
CREATE VIEW v AS SELECT id, s FROM c WHERE s = 'new';
CREATE MATERIALIZED VIEW mv AS SELECT s, count(*) FROM c GROUP BY s;
CREATE UNIQUE INDEX mv_s ON mv (s);
CREATE FUNCTION f(s st DEFAULT 'new') RETURNS st LANGUAGE sql AS $$ SELECT s $$;
CREATE FUNCTION tg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON c FOR EACH ROW WHEN (NEW.s = 'old') EXECUTE FUNCTION tg();
ALTER TABLE c ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol ON c USING (s = 'new');
CREATE RULE r AS ON INSERT TO p WHERE NEW.s = 'gone' DO INSTEAD NOTHING;
COMMENT ON CONSTRAINT c_s_fkey ON c IS 'fk';
COMMENT ON CONSTRAINT c_s_check ON c IS 'chk';
COMMENT ON INDEX c_u IS 'idx';
COMMENT ON INDEX c_e IS 'idxe';
COMMENT ON VIEW v IS 'view';
COMMENT ON COLUMN v.s IS 'view col';
COMMENT ON COLUMN c.g IS 'gen';
COMMENT ON FUNCTION f(st) IS 'fun';
COMMENT ON TRIGGER tr ON c IS 'trig';
COMMENT ON POLICY pol ON c IS 'pol';
COMMENT ON TYPE st IS 'type';
COMMENT ON DOMAIN st_d IS 'dom';
COMMENT ON CONSTRAINT st_d_check ON DOMAIN st_d IS 'chk';
COMMENT ON COLUMN pair.s IS 'ps';
COMMENT ON TYPE pair IS 'pair';
COMMENT ON INDEX mv_s IS 'mvs';
-- rows
INSERT INTO p VALUES ('new', 1), ('old', 2);
INSERT INTO c (id, s, d, pr) VALUES (1, 'new', 'new', ROW('new', 1));
-- desired
CREATE TYPE st AS ENUM ('old', 'new');
CREATE TYPE pair AS (s st, n int);
CREATE DOMAIN st_d AS st DEFAULT 'new' CHECK (VALUE <> 'old');
CREATE TABLE p (s st PRIMARY KEY, x int);
CREATE TABLE c (id int PRIMARY KEY, s st NOT NULL DEFAULT 'new' REFERENCES p (s), arr st[] DEFAULT '{new,old}', d st_d,
  pr pair, g boolean GENERATED ALWAYS AS (s = 'new') STORED, CHECK (s <> 'old'), UNIQUE (s, id));
CREATE UNIQUE INDEX c_u ON c (s) WHERE s = 'old';
CREATE INDEX c_e ON c ((coalesce(s, 'new')));
CREATE VIEW v AS SELECT id, s FROM c WHERE s = 'new';
CREATE MATERIALIZED VIEW mv AS SELECT s, count(*) FROM c GROUP BY s;
CREATE UNIQUE INDEX mv_s ON mv (s);
CREATE FUNCTION f(s st DEFAULT 'new') RETURNS st LANGUAGE sql AS $$ SELECT s $$;
CREATE FUNCTION tg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON c FOR EACH ROW WHEN (NEW.s = 'old') EXECUTE FUNCTION tg();
ALTER TABLE c ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol ON c USING (s = 'new');
CREATE RULE r AS ON INSERT TO p WHERE NEW.s = 'old' DO INSTEAD NOTHING;
COMMENT ON CONSTRAINT c_s_fkey ON c IS 'fk';
COMMENT ON CONSTRAINT c_s_check ON c IS 'chk';
COMMENT ON INDEX c_u IS 'idx';
COMMENT ON INDEX c_e IS 'idxe';
COMMENT ON VIEW v IS 'view';
COMMENT ON COLUMN v.s IS 'view col';
COMMENT ON COLUMN c.g IS 'gen';
COMMENT ON FUNCTION f(st) IS 'fun';
COMMENT ON TRIGGER tr ON c IS 'trig';
COMMENT ON POLICY pol ON c IS 'pol';
COMMENT ON TYPE st IS 'type';
COMMENT ON DOMAIN st_d IS 'dom';
COMMENT ON CONSTRAINT st_d_check ON DOMAIN st_d IS 'chk';
COMMENT ON COLUMN pair.s IS 'ps';
COMMENT ON TYPE pair IS 'pair';
COMMENT ON INDEX mv_s IS 'mvs';

-- plan
BEGIN;

DROP MATERIALIZED VIEW mv;

ALTER TABLE c
    DROP COLUMN g,
    DROP CONSTRAINT c_s_check,
    DROP CONSTRAINT c_s_fkey;

DROP INDEX c_e;

DROP INDEX c_u;

DROP RULE r ON p;

DROP TRIGGER tr ON c;

-- careful: rows become visible or invisible to others
DROP POLICY pol ON c;

DROP VIEW v;

DROP FUNCTION f(st);

ALTER DOMAIN st_d DROP CONSTRAINT st_d_check;

ALTER TYPE st RENAME TO st_old;

ALTER TYPE pair RENAME TO pair_old;

ALTER DOMAIN st_d RENAME TO st_d_old;

CREATE TYPE st AS ENUM ('old', 'new');

COMMENT ON TYPE st IS 'type';

CREATE TYPE pair AS (s st, n integer);

COMMENT ON TYPE pair IS 'pair';

COMMENT ON COLUMN pair.s IS 'ps';

CREATE DOMAIN st_d AS st DEFAULT 'new';

COMMENT ON DOMAIN st_d IS 'dom';

-- careful: fails if column c.arr holds 'gone'
-- careful: fails if column c.d holds 'gone'
-- careful: fails if column c.pr holds 'gone'
-- careful: fails if column c.s holds 'gone'
-- rewrites table c
ALTER TABLE c
    ALTER COLUMN arr DROP DEFAULT,
    ALTER COLUMN arr TYPE st[] USING arr::text[]::st[],
    ALTER COLUMN arr SET DEFAULT '{new,old}',
    ALTER COLUMN d TYPE st_d USING d::text::st_d,
    ALTER COLUMN pr TYPE pair USING pr::text::pair,
    ALTER COLUMN s DROP DEFAULT,
    ALTER COLUMN s TYPE st USING s::text::st,
    ALTER COLUMN s SET DEFAULT 'new';

-- careful: fails if column p.s holds 'gone'
-- rewrites table p
ALTER TABLE p ALTER COLUMN s TYPE st USING s::text::st;

DROP DOMAIN st_d_old;

DROP TYPE pair_old;

DROP TYPE st_old;

-- careful: fails if a value of type st_d does not satisfy it
ALTER DOMAIN st_d ADD CONSTRAINT st_d_check CHECK (VALUE <> 'old');

-- careful: fails if rows of table c do not satisfy it
-- careful: fails if rows of table c refer to nothing
-- rewrites table c
ALTER TABLE c
    ADD COLUMN g boolean GENERATED ALWAYS AS (s = 'new') STORED,
    ADD CONSTRAINT c_s_check CHECK (s <> 'old'),
    ADD CONSTRAINT c_s_fkey FOREIGN KEY (s) REFERENCES p (s);

COMMENT ON COLUMN c.g IS 'gen';

COMMENT ON CONSTRAINT c_s_check ON c IS 'chk';

COMMENT ON CONSTRAINT c_s_fkey ON c IS 'fk';

CREATE INDEX c_e ON c ((coalesce(s, 'new')));

-- careful: fails if rows of table c are equal in the index's key
CREATE UNIQUE INDEX c_u ON c (s) WHERE s = 'old';

COMMENT ON INDEX c_e IS 'idxe';

COMMENT ON INDEX c_u IS 'idx';

CREATE MATERIALIZED VIEW mv AS
SELECT s, count(*) FROM c GROUP BY s;

-- careful: fails if rows of view mv are equal in the index's key
CREATE UNIQUE INDEX mv_s ON mv (s);

COMMENT ON INDEX mv_s IS 'mvs';

COMMENT ON CONSTRAINT st_d_check ON DOMAIN st_d IS 'chk';

CREATE VIEW v AS
SELECT id, s FROM c WHERE s = 'new';

COMMENT ON COLUMN v.s IS 'view col';

CREATE FUNCTION f(s st DEFAULT 'new') RETURNS st
    LANGUAGE sql
    AS $$ SELECT s $$;

COMMENT ON FUNCTION f(st) IS 'fun';

COMMENT ON VIEW v IS 'view';

CREATE RULE r AS
    ON INSERT TO p
    WHERE NEW.s = 'old'
    DO INSTEAD NOTHING;

CREATE TRIGGER tr
    BEFORE UPDATE ON c
    FOR EACH ROW
    WHEN (NEW.s = 'old')
    EXECUTE FUNCTION tg();

COMMENT ON TRIGGER tr ON c IS 'trig';

CREATE POLICY pol ON c USING (s = 'new');

COMMENT ON POLICY pol ON c IS 'pol';

COMMIT;
