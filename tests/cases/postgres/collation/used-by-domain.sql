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
