-- current
CREATE TYPE fr AS RANGE (subtype = float4);
CREATE TABLE t (id int, m fr_multirange);
CREATE INDEX ON t USING gist (m);
CREATE DOMAIN dm AS fr_multirange CHECK (NOT isempty(VALUE));
CREATE TABLE u (id int, m dm, CONSTRAINT x EXCLUDE USING gist (m WITH &&));
CREATE VIEW w AS SELECT m FROM t;
-- rows
INSERT INTO t VALUES (1, '{[1,2],[4,5]}');
INSERT INTO u VALUES (1, '{[1,2],[4,5]}');
-- desired
CREATE TYPE fr AS RANGE (subtype = float8);
CREATE TABLE t (id int, m fr_multirange);
CREATE INDEX ON t USING gist (m);
CREATE DOMAIN dm AS fr_multirange CHECK (NOT isempty(VALUE));
CREATE TABLE u (id int, m dm, CONSTRAINT x EXCLUDE USING gist (m WITH &&));
CREATE VIEW w AS SELECT m FROM t;

-- needs
version 14

-- plan
BEGIN;

DROP INDEX t_m_idx;

ALTER TABLE u DROP CONSTRAINT x;

DROP VIEW w;

-- rewrites table t
ALTER TABLE t ALTER COLUMN m TYPE text USING m::text;

-- rewrites table u
ALTER TABLE u ALTER COLUMN m TYPE text USING m::text;

DROP DOMAIN dm;

DROP TYPE fr;

CREATE TYPE fr AS RANGE (SUBTYPE = double precision);

CREATE DOMAIN dm AS fr_multirange
    CONSTRAINT dm_check CHECK (NOT isempty(VALUE));

-- rewrites table t
ALTER TABLE t ALTER COLUMN m TYPE fr_multirange USING m::fr_multirange;

-- careful: fails if rows of table u do not satisfy it
-- rewrites table u
ALTER TABLE u
    ALTER COLUMN m TYPE dm USING m::dm,
    ADD CONSTRAINT x EXCLUDE USING gist (m WITH &&);

CREATE INDEX t_m_idx ON t USING gist (m);

CREATE VIEW w AS
SELECT m FROM t;

COMMIT;
