-- A small web shop, as it runs in production today.

CREATE TYPE order_status AS ENUM ('pending', 'paid', 'shipped');

CREATE TABLE customers (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email      varchar(120) NOT NULL UNIQUE,
    name       text NOT NULL,
    phone      text,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE products (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku         text NOT NULL UNIQUE,
    title       text NOT NULL,
    price       numeric(8, 2) NOT NULL CHECK (price >= 0),
    in_stock    integer NOT NULL DEFAULT 0
);

CREATE TABLE orders (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id),
    status      order_status NOT NULL DEFAULT 'pending',
    note        text,
    total       numeric(8, 2) NOT NULL DEFAULT 0,
    placed_at   timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX orders_customer_id_idx ON orders (customer_id);

CREATE TABLE order_items (
    order_id   bigint NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    product_id bigint NOT NULL REFERENCES products (id),
    amount     integer NOT NULL,
    PRIMARY KEY (order_id, product_id)
);

CREATE VIEW open_orders AS
SELECT o.id, c.email, o.total
FROM orders o
JOIN customers c ON c.id = o.customer_id
WHERE o.status <> 'shipped';

COMMENT ON VIEW open_orders IS 'What the warehouse still has to do';

CREATE FUNCTION order_total(of_order bigint) RETURNS numeric
LANGUAGE sql STABLE
AS $$
    SELECT sum(i.amount * p.price)
    FROM order_items i
    JOIN products p ON p.id = i.product_id
    WHERE i.order_id = of_order
$$;
