-- current
CREATE TABLE t (id integer, nm text);
CREATE VIEW v AS SELECT nm, id FROM t;
CREATE VIEW w AS SELECT nm AS n FROM t;
GRANT SELECT ON v TO app_reader;
-- rows
INSERT INTO t VALUES (1, 'x');
-- desired
CREATE TABLE t (
    id integer,
    title text -- @renamed from=nm
);
CREATE VIEW v AS SELECT title, id FROM t;
CREATE VIEW w AS SELECT title AS n FROM t;
GRANT SELECT ON v TO app_reader;

-- plan
BEGIN;

-- careful: whoever still says nm gets an error
ALTER TABLE t RENAME COLUMN nm TO title;

DROP VIEW v;

CREATE VIEW v AS
SELECT title, id FROM t;

GRANT SELECT ON TABLE v TO app_reader;

CREATE OR REPLACE VIEW w AS
SELECT title AS n FROM t;

COMMIT;
