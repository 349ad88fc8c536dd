-- The new key's index is built under another name; key and foreign key change hands in one transaction.
-- options
online
-- current
CREATE TABLE products (shop integer, code text, name text, CONSTRAINT products_code UNIQUE (code));
CREATE TABLE items (id integer PRIMARY KEY, code text CONSTRAINT items_code REFERENCES products (code), shop integer);
-- rows
INSERT INTO products VALUES (1, 'a', 'x');
INSERT INTO items VALUES (1, 'a', 1);
-- desired
CREATE TABLE products (shop integer, code text, name text, CONSTRAINT products_code UNIQUE (shop, code));
CREATE TABLE items (id integer PRIMARY KEY, code text, shop integer,
    CONSTRAINT items_code FOREIGN KEY (shop, code) REFERENCES products (shop, code));

-- plan
-- careful: if it fails, an invalid index stays that has to be dropped
-- careful: fails if rows of table products are equal in the index's key
CREATE UNIQUE INDEX CONCURRENTLY products_code_new ON products (shop, code);

BEGIN;

ALTER TABLE items DROP CONSTRAINT items_code;

ALTER TABLE products
    DROP CONSTRAINT products_code,
    ADD CONSTRAINT products_code UNIQUE USING INDEX products_code_new;

ALTER TABLE items ADD CONSTRAINT items_code FOREIGN KEY (shop, code) REFERENCES products (shop, code) NOT VALID;

COMMIT;

-- careful: fails if rows of table items refer to nothing
ALTER TABLE items VALIDATE CONSTRAINT items_code;
