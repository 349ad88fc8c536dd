-- The default goes and comes with the type; the column's comment is no part of it.
-- current
CREATE TYPE old_state AS ENUM ('open', 'done');
CREATE TABLE orders (id integer, state old_state DEFAULT 'open', was old_state DEFAULT 'open');
COMMENT ON COLUMN orders.state IS 'Gone with the next version';
COMMENT ON COLUMN orders.was IS 'Kept';
-- rows
INSERT INTO orders VALUES (1);
-- desired
CREATE TYPE new_state AS ENUM ('open', 'done');
CREATE TABLE orders (id integer, state new_state DEFAULT 'open', was new_state DEFAULT 'open');
COMMENT ON COLUMN orders.was IS 'Kept';

-- plan
BEGIN;

CREATE TYPE new_state AS ENUM ('open', 'done');

ALTER TABLE orders ALTER COLUMN state DROP DEFAULT;

COMMENT ON COLUMN orders.state IS NULL;

-- careful: PostgreSQL has no cast from public.old_state to public.new_state: check the USING expression
-- rewrites table orders
ALTER TABLE orders
    ALTER COLUMN state TYPE new_state USING state::text::new_state,
    ALTER COLUMN was DROP DEFAULT,
    ALTER COLUMN was TYPE new_state USING was::text::new_state;

DROP TYPE old_state;

ALTER TABLE orders
    ALTER COLUMN state SET DEFAULT 'open',
    ALTER COLUMN was SET DEFAULT 'open';

COMMIT;
