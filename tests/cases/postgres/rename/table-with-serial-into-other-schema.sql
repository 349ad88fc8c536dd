-- A sequence that a column owns goes along with its table, and is renamed there.
-- current
CREATE SCHEMA app;
CREATE TABLE app.orders (id bigserial PRIMARY KEY);
CREATE INDEX orders_by_id ON app.orders (id DESC);
-- rows
INSERT INTO app.orders DEFAULT VALUES;
-- desired
CREATE SCHEMA app;
-- @renamed from=app.orders
CREATE TABLE public.bills (id bigserial PRIMARY KEY);
CREATE INDEX bills_by_id ON public.bills (id DESC);

-- plan
BEGIN;

-- careful: whoever still says orders gets an error
ALTER TABLE app.orders SET SCHEMA public;

-- careful: whoever still says orders gets an error
ALTER TABLE orders RENAME TO bills;

ALTER SEQUENCE orders_id_seq RENAME TO bills_id_seq;

ALTER INDEX orders_by_id RENAME TO bills_by_id;

ALTER TABLE bills RENAME CONSTRAINT orders_pkey TO bills_pkey;

COMMIT;
