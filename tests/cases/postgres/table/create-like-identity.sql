-- The server copies the bounds of an identity's sequence and forgets its type.
-- current
CREATE TABLE base (id int GENERATED ALWAYS AS IDENTITY, a text);
-- desired
CREATE TABLE base (id int GENERATED ALWAYS AS IDENTITY, a text);
CREATE TABLE copy (LIKE base INCLUDING ALL);

-- plan
BEGIN;

CREATE TABLE copy (
    id integer GENERATED ALWAYS AS IDENTITY (MAXVALUE 2147483647),
    a text
);

ALTER SEQUENCE copy_id_seq AS bigint MINVALUE 1 MAXVALUE 2147483647;

COMMIT;
