-- current
CREATE TABLE a (id integer PRIMARY KEY, t varchar(10));
-- rows
INSERT INTO a VALUES (1,'x');
-- desired
CREATE TABLE a (id integer PRIMARY KEY, t varchar(10));
SELECT id, upper(t) AS u, t INTO copy FROM a WHERE id > 5;
SELECT id INTO UNLOGGED TABLE copy2 FROM a ORDER BY id;
ALTER TABLE copy ADD PRIMARY KEY (id);

-- plan
BEGIN;

CREATE TABLE copy (
    id integer PRIMARY KEY,
    u text,
    t character varying(10)
);

CREATE UNLOGGED TABLE copy2 (
    id integer
);

COMMIT;
