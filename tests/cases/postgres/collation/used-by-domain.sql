-- needs
version 15
-- current
CREATE COLLATION co (provider = icu, locale = 'de');
CREATE DOMAIN d AS text COLLATE co CHECK (VALUE <> '');
CREATE TYPE pair AS (a text COLLATE co, b integer);
CREATE DOMAIN dd AS d DEFAULT 'x';
CREATE TABLE u (id integer, x d DEFAULT 'a', y text COLLATE co, z dd[], p pair);
CREATE INDEX i ON u (x);
CREATE VIEW v AS SELECT id, x FROM u WHERE x > 'a';
-- rows
INSERT INTO u VALUES (1, 'b', 'c', '{a,b}', ROW('a', 1));
-- desired
CREATE COLLATION co (provider = icu, locale = 'fr');
CREATE DOMAIN d AS text COLLATE co CHECK (VALUE <> '');
CREATE TYPE pair AS (a text COLLATE co, b integer);
CREATE DOMAIN dd AS d DEFAULT 'x';
CREATE TABLE u (id integer, x d DEFAULT 'a', y text COLLATE co, z dd[], p pair);
CREATE INDEX i ON u (x);
CREATE VIEW v AS SELECT id, x FROM u WHERE x > 'a';

-- plan
BEGIN;

DROP VIEW v;

ALTER COLLATION co RENAME TO co_old;

CREATE COLLATION co (provider = icu, locale = 'fr');

ALTER DOMAIN d RENAME TO d_old;

ALTER DOMAIN dd RENAME TO dd_old;

ALTER TYPE pair RENAME TO pair_old;

CREATE DOMAIN d AS text COLLATE co
    CONSTRAINT d_check CHECK (VALUE <> '');

CREATE DOMAIN dd AS d DEFAULT 'x';

CREATE TYPE pair AS (a text COLLATE co, b integer);

-- rewrites table u
ALTER TABLE u
    ALTER COLUMN p TYPE pair USING p::text::pair,
    ALTER COLUMN x DROP DEFAULT,
    ALTER COLUMN x TYPE d USING x::text::d,
    ALTER COLUMN x SET DEFAULT 'a',
    ALTER COLUMN z TYPE dd[] USING z::text[]::dd[];

DROP TYPE pair_old;

DROP DOMAIN dd_old;

DROP DOMAIN d_old;

ALTER TABLE u ALTER COLUMN y TYPE text COLLATE co;

DROP COLLATION co_old;

CREATE VIEW v AS
SELECT id, x FROM u WHERE x > 'a';

COMMIT;
