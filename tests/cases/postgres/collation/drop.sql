-- current
CREATE COLLATION german (provider = icu, locale = 'de');
CREATE TABLE t (a integer);

-- desired
CREATE TABLE t (a integer);

-- plan
DROP COLLATION german;
