-- The same shop, as the next release needs it.

CREATE TYPE order_status AS ENUM ('pending', 'paid', 'packed', 'shipped', 'cancelled');

CREATE TABLE customers (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email      text NOT NULL UNIQUE,
    full_name  text NOT NULL, -- @renamed from=name
    phone      text,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE products (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku         text NOT NULL UNIQUE,
    title       text NOT NULL,
    price       numeric(12, 2) NOT NULL CHECK (price >= 0),
    in_stock    integer NOT NULL DEFAULT 0 CONSTRAINT products_in_stock_check CHECK (in_stock >= 0),
    tags        text[] NOT NULL DEFAULT '{}'
);

CREATE INDEX products_tags_idx ON products USING gin (tags);

COMMENT ON COLUMN products.tags IS 'What the search offers as filters';

CREATE TABLE orders (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id),
    status      order_status NOT NULL DEFAULT 'pending',
    total       numeric(12, 2) NOT NULL DEFAULT 0,
    placed_at   timestamptz NOT NULL DEFAULT now(),
    shipped_at  timestamptz,
    CONSTRAINT orders_shipped_check CHECK (shipped_at IS NULL OR shipped_at >= placed_at)
);

CREATE INDEX orders_customer_id_idx ON orders (customer_id, placed_at DESC);

CREATE TABLE order_items (
    order_id   bigint NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
    product_id bigint NOT NULL REFERENCES products (id),
    amount     integer NOT NULL CHECK (amount > 0),
    PRIMARY KEY (order_id, product_id)
);

CREATE TABLE reviews (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    product_id  bigint NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    customer_id bigint REFERENCES customers (id) ON DELETE SET NULL,
    stars       smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
    body        text,
    written_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (product_id, customer_id)
);

CREATE VIEW open_orders AS
SELECT o.id, c.email, o.total, o.placed_at
FROM orders o
JOIN customers c ON c.id = o.customer_id
WHERE o.status <> 'shipped';

COMMENT ON VIEW open_orders IS 'What the warehouse still has to do';

CREATE FUNCTION order_total(of_order bigint) RETURNS numeric
LANGUAGE sql STABLE
AS $$
    SELECT coalesce(sum(i.amount * p.price), 0)
    FROM order_items i
    JOIN products p ON p.id = i.product_id
    WHERE i.order_id = of_order
$$;

CREATE FUNCTION touch_shipped_at() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF NEW.status = 'shipped' AND OLD.status <> 'shipped' THEN
        NEW.shipped_at := now();
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER orders_touch_shipped_at
    BEFORE UPDATE OF status ON orders
    FOR EACH ROW EXECUTE FUNCTION touch_shipped_at();
