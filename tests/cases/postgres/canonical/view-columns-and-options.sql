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
CREATE MATERIALIZED VIEW public.m1 AS
 SELECT orders.customer_id,
    sum(orders.total) AS sum
   FROM public.orders
  GROUP BY orders.customer_id
  WITH NO DATA;
CREATE SEQUENCE public.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;
CREATE VIEW public.v1 WITH (security_barrier='true') AS
 SELECT customers.id AS a,
    customers.name AS b,
    count(*) OVER () AS c
   FROM public.customers;
CREATE VIEW public.v2 WITH (security_barrier='true', security_invoker='on') AS
 SELECT orders.id
   FROM public.orders
  WHERE (orders.total > (5)::numeric)
  WITH LOCAL CHECK OPTION;
CREATE VIEW public.v3 AS
 SELECT customers.id AS "Mixed Case",
    customers.name AS "select"
   FROM public.customers
  ORDER BY customers.id DESC;
CREATE VIEW public.v4 AS
 SELECT DISTINCT ON (orders.customer_id) orders.customer_id,
    orders.id,
    orders.total
   FROM public.orders
  ORDER BY orders.customer_id, orders.placed_at DESC;
CREATE VIEW public.v5 AS
 SELECT DISTINCT orders.status
   FROM public.orders
  ORDER BY orders.status;
ALTER TABLE ONLY public.customers ALTER COLUMN id SET DEFAULT nextval('public.customers_id_seq'::regclass);
ALTER TABLE ONLY public.orders ALTER COLUMN id SET DEFAULT nextval('public.orders_id_seq'::regclass);
ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT items_pkey PRIMARY KEY (order_id, line);
ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX m1_customer_id_idx ON public.m1 USING btree (customer_id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT items_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);
ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id);

-- desired
create table customers (id bigserial primary key, name varchar(100) not null, email text, country char(2), created_at timestamptz not null default now(), tags text[], active boolean not null default true, data jsonb);
create table orders (id bigserial primary key, customer_id bigint not null references customers, status varchar(20) not null, placed_at timestamp not null default now(), shipped_at timestamp, total numeric(12,2), note text);
create table items (order_id bigint references orders, line smallint, product text, qty int not null default 1, price numeric(10,2), discount double precision, primary key (order_id, line));
create view v1 (a, b, c) with (security_barrier) as select id, name, count(*) over () from customers;
create view v2 with (security_barrier = true, security_invoker = on) as select id from orders where total > 5 with local check option;
create view v3 as select id as "Mixed Case", name as "select" from customers order by "Mixed Case" desc;
create view v4 as select distinct on (customer_id) customer_id, id, total from orders order by customer_id, placed_at desc;
create view v5 as select distinct status from orders order by status;
create materialized view m1 as select customer_id, sum(total) from orders group by 1 with no data;
create unique index on m1 (customer_id);

-- needs
version 15

-- plan
