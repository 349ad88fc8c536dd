-- current
CREATE TYPE person AS (name text, age int);
CREATE TABLE people OF person (PRIMARY KEY (name));
CREATE TABLE emb (id int, p person);
-- rows
INSERT INTO people VALUES ('a', 3);
INSERT INTO emb VALUES (1, ROW('a', 3)), (2, NULL);
-- desired
CREATE TYPE person AS (name text, age bigint);
CREATE TABLE people OF person (PRIMARY KEY (name));
CREATE TABLE emb (id int, p person);

-- plan
BEGIN;

ALTER TABLE people NOT OF;

ALTER TYPE person RENAME TO person_old;

CREATE TYPE person AS (name text, age bigint);

-- rewrites table emb
ALTER TABLE emb ALTER COLUMN p TYPE person USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).name, (p).age)::person END;

DROP TYPE person_old;

-- rewrites table people
ALTER TABLE people ALTER COLUMN age TYPE bigint;

ALTER TABLE people OF person;

COMMIT;
