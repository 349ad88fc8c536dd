-- current
CREATE TYPE kind AS ENUM ('a','b','c');
CREATE TABLE p (id integer NOT NULL, at date NOT NULL, k kind NOT NULL DEFAULT 'c') PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE p2 PARTITION OF p DEFAULT;
ALTER TABLE p2 ALTER k SET DEFAULT 'b';
CREATE INDEX pi ON p (k, at) WHERE k = 'a';
CREATE TYPE comp AS (k kind, n integer);
CREATE TABLE u (id integer, c comp, cs comp[]);
CREATE FUNCTION f(a kind, b kind DEFAULT 'a') RETURNS TABLE (x kind, y integer) LANGUAGE sql STABLE AS $$ SELECT a, 1 $$;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.k = 'a' THEN NEW.k := 'b'; END IF; RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE INSERT ON p FOR EACH ROW WHEN (NEW.k = 'a') EXECUTE FUNCTION tf();
-- rows
INSERT INTO p VALUES (1,'2020-03-03','a'),(2,'2022-01-01','b');
INSERT INTO u VALUES (1, ROW('a',1), ARRAY[ROW('b',2)::comp]);
-- desired
CREATE TYPE kind AS ENUM ('b','a','d');
CREATE TABLE p (id integer NOT NULL, at date NOT NULL, k kind NOT NULL DEFAULT 'd') PARTITION BY RANGE (at);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE p2 PARTITION OF p DEFAULT;
ALTER TABLE p2 ALTER k SET DEFAULT 'b';
CREATE INDEX pi ON p (k, at) WHERE k = 'a';
CREATE TYPE comp AS (k kind, n integer);
CREATE TABLE u (id integer, c comp, cs comp[]);
CREATE FUNCTION f(a kind, b kind DEFAULT 'd') RETURNS TABLE (x kind, y integer) LANGUAGE sql STABLE AS $$ SELECT a, 1 $$;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.k = 'a' THEN NEW.k := 'b'; END IF; RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE INSERT ON p FOR EACH ROW WHEN (NEW.k = 'a') EXECUTE FUNCTION tf();

-- plan
BEGIN;

DROP INDEX pi;

ALTER TABLE p1 ALTER COLUMN k DROP DEFAULT;

ALTER TABLE p2 ALTER COLUMN k DROP DEFAULT;

DROP TRIGGER tr ON p;

DROP FUNCTION f(kind, kind);

ALTER TYPE kind RENAME TO kind_old;

ALTER TYPE comp RENAME TO comp_old;

CREATE TYPE kind AS ENUM ('b', 'a', 'd');

CREATE TYPE comp AS (k kind, n integer);

-- careful: fails if column p.k holds 'c'
-- rewrites table p
ALTER TABLE p
    ALTER COLUMN k DROP DEFAULT,
    ALTER COLUMN k TYPE kind USING k::text::kind;

-- careful: fails if column u.c holds 'c'
-- careful: fails if column u.cs holds 'c'
-- rewrites table u
ALTER TABLE u
    ALTER COLUMN c TYPE comp USING c::text::comp,
    ALTER COLUMN cs TYPE comp[] USING cs::text[]::comp[];

DROP TYPE comp_old;

DROP TYPE kind_old;

ALTER TABLE p ALTER COLUMN k SET DEFAULT 'd';

CREATE INDEX pi ON p (k, at) WHERE k = 'a';

ALTER TABLE p1 ALTER COLUMN k SET DEFAULT 'd';

ALTER TABLE p2 ALTER COLUMN k SET DEFAULT 'b';

CREATE FUNCTION f(a kind, b kind DEFAULT 'd') RETURNS TABLE (x kind, y integer)
    LANGUAGE sql STABLE
    AS $$ SELECT a, 1 $$;

CREATE TRIGGER tr
    BEFORE INSERT ON p
    FOR EACH ROW
    WHEN (NEW.k = 'a')
    EXECUTE FUNCTION tf();

COMMIT;
