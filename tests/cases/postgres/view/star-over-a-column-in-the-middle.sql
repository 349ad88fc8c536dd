-- current
CREATE TABLE customers (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, state text);
CREATE VIEW o1 AS SELECT id FROM orders o;
-- rows
INSERT INTO orders VALUES (1,'x');
-- desired
CREATE TABLE customers (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, state text);
CREATE VIEW o1 AS SELECT * FROM orders o;
CREATE VIEW o2 AS SELECT o.*, c.name FROM orders o JOIN customers c ON c.id = o.customer_id;
CREATE VIEW o3 AS SELECT o.*, c.name FROM orders o JOIN customers c ON c.id = o.customer_id WHERE state <> 'done';

-- plan
BEGIN;

ALTER TABLE orders ADD COLUMN customer_id integer;

CREATE OR REPLACE VIEW o1 AS
SELECT
    o.id,
    o.customer_id,
    o.state
FROM public.orders o;

CREATE VIEW o2 AS
SELECT
    o.id,
    o.customer_id,
    o.state,
    c.name
FROM (public.orders o
    JOIN public.customers c ON (c.id = o.customer_id));

CREATE VIEW o3 AS
SELECT
    o.id,
    o.customer_id,
    o.state,
    c.name
FROM (public.orders o
    JOIN public.customers c ON (c.id = o.customer_id))
WHERE (o.state <> 'done'::text);

COMMIT;
