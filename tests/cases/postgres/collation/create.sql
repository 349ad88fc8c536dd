-- current

-- desired
CREATE COLLATION german (provider = icu, locale = 'de');
CREATE TABLE t (a text COLLATE german);

-- plan
BEGIN;

CREATE COLLATION german (provider = icu, locale = 'de');

CREATE TABLE t (
    a text COLLATE german
);

COMMIT;
