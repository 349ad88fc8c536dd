-- What was guarded is guarded after each commit: the old constraint goes with the statement that adds the new one.
-- options
online
-- current
CREATE TABLE customers (id integer PRIMARY KEY);
CREATE TABLE orders (
    id integer PRIMARY KEY,
    total integer CONSTRAINT total_positive CHECK (total > 0),
    customer integer CONSTRAINT customer_exists REFERENCES customers
);
-- rows
INSERT INTO customers VALUES (1);
INSERT INTO orders VALUES (1, 5, 1);
-- desired
CREATE TABLE customers (id integer PRIMARY KEY);
CREATE TABLE orders (
    id integer PRIMARY KEY,
    total integer CONSTRAINT total_positive CHECK (total > 1),
    customer integer CONSTRAINT customer_exists REFERENCES customers ON DELETE CASCADE
);

-- plan
ALTER TABLE orders
    DROP CONSTRAINT customer_exists,
    ADD CONSTRAINT customer_exists FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE CASCADE NOT VALID,
    DROP CONSTRAINT total_positive,
    ADD CONSTRAINT total_positive CHECK (total > 1) NOT VALID;

-- careful: fails if rows of table orders refer to nothing
ALTER TABLE orders VALIDATE CONSTRAINT customer_exists;

-- careful: fails if rows of table orders do not satisfy it
ALTER TABLE orders VALIDATE CONSTRAINT total_positive;
