-- One sequence that numbers two tables hands on to neither: each goes on from its own rows.
-- current
CREATE SEQUENCE s;
CREATE TABLE a (id bigint DEFAULT nextval('s') PRIMARY KEY);
CREATE TABLE b (id bigint DEFAULT nextval('s') PRIMARY KEY);
-- rows
INSERT INTO a DEFAULT VALUES; INSERT INTO b DEFAULT VALUES;
-- desired
CREATE TABLE a (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
CREATE TABLE b (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);

-- plan
BEGIN;

ALTER TABLE a
    ALTER COLUMN id DROP DEFAULT,
    ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

SELECT setval('a_id_seq', greatest(max(id), 1), coalesce(max(id) >= 1, false)) FROM a;

ALTER TABLE b
    ALTER COLUMN id DROP DEFAULT,
    ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

SELECT setval('b_id_seq', greatest(max(id), 1), coalesce(max(id) >= 1, false)) FROM b;

-- destroys data: the current value of sequence s
DROP SEQUENCE s;

COMMIT;
