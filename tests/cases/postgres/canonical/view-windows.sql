-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.customers (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    email text,
    country character(2),
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    tags text[],
    active boolean DEFAULT true NOT NULL,
    data jsonb
);
CREATE SEQUENCE public.customers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.customers_id_seq OWNED BY public.customers.id;
CREATE TABLE public.items (
    order_id bigint NOT NULL,
    line smallint NOT NULL,
    product text,
    qty integer DEFAULT 1 NOT NULL,
    price numeric(10,2),
    discount double precision
);
CREATE TABLE public.orders (
    id bigint NOT NULL,
    customer_id bigint NOT NULL,
    status character varying(20) NOT NULL,
    placed_at timestamp without time zone DEFAULT now() NOT NULL,
    shipped_at timestamp without time zone,
    total numeric(12,2),
    note text
);
CREATE SEQUENCE public.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;
CREATE VIEW public.v1 AS
 SELECT orders.id,
    row_number() OVER (PARTITION BY orders.customer_id ORDER BY orders.placed_at DESC) AS rn,
    rank() OVER w AS r,
    sum(orders.total) OVER (ORDER BY orders.id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS sum
   FROM public.orders
  WINDOW w AS (ORDER BY orders.total);
CREATE VIEW public.v2 AS
 SELECT t.id,
    t.customer_id,
    t.n
   FROM ( SELECT orders.id,
            orders.customer_id,
            row_number() OVER (PARTITION BY orders.customer_id ORDER BY orders.id) AS n
           FROM public.orders) t
  WHERE (t.n <= 3);
CREATE VIEW public.v3 AS
 SELECT orders.id,
    lag(orders.total, 1, (0)::numeric) OVER w AS lag,
    first_value(orders.status) OVER (w ROWS UNBOUNDED PRECEDING) AS first_value
   FROM public.orders
  WINDOW w AS (PARTITION BY orders.customer_id ORDER BY orders.id);
CREATE VIEW public.v4 AS
 SELECT orders.status,
    sum(count(*)) OVER (ORDER BY orders.status) AS running
   FROM public.orders
  GROUP BY orders.status;
ALTER TABLE ONLY public.customers ALTER COLUMN id SET DEFAULT nextval('public.customers_id_seq'::regclass);
ALTER TABLE ONLY public.orders ALTER COLUMN id SET DEFAULT nextval('public.orders_id_seq'::regclass);
ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT items_pkey PRIMARY KEY (order_id, line);
ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT items_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);
ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id);

-- desired
create table customers (id bigserial primary key, name varchar(100) not null, email text, country char(2), created_at timestamptz not null default now(), tags text[], active boolean not null default true, data jsonb);
create table orders (id bigserial primary key, customer_id bigint not null references customers, status varchar(20) not null, placed_at timestamp not null default now(), shipped_at timestamp, total numeric(12,2), note text);
create table items (order_id bigint references orders, line smallint, product text, qty int not null default 1, price numeric(10,2), discount double precision, primary key (order_id, line));
create view v1 as select id, row_number() over (partition by customer_id order by placed_at desc) as rn, rank() over w as r, sum(total) over (order by id rows between 1 preceding and current row) from orders window w as (order by total);
create view v2 as select * from (select id, customer_id, row_number() over (partition by customer_id order by id) as n from orders) t where n <= 3;
create view v3 as select id, lag(total, 1, 0::numeric) over w, first_value(status) over (w rows unbounded preceding) from orders window w as (partition by customer_id order by id);
create view v4 as select status, sum(count(*)) over (order by status) as running from orders group by status;

-- plan
