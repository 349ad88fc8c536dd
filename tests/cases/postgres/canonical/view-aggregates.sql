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
 SELECT orders.customer_id,
    count(*) AS count,
    sum(orders.total) AS s,
    (avg(orders.total))::numeric(10,2) AS avg,
    count(DISTINCT orders.status) FILTER (WHERE (orders.total > (5)::numeric)) AS n
   FROM public.orders
  GROUP BY orders.customer_id
 HAVING (count(*) > 1)
  ORDER BY (count(*)) DESC, (sum(orders.total));
CREATE VIEW public.v2 AS
 SELECT date_trunc('month'::text, orders.placed_at) AS month,
    orders.status,
    sum(orders.total) AS sum
   FROM public.orders
  GROUP BY (date_trunc('month'::text, orders.placed_at)), orders.status
  ORDER BY (date_trunc('month'::text, orders.placed_at));
CREATE VIEW public.v3 AS
 SELECT orders.status,
    orders.customer_id,
    GROUPING(orders.status) AS g,
    sum(orders.total) AS sum
   FROM public.orders
  GROUP BY ROLLUP(orders.status, orders.customer_id);
CREATE VIEW public.v4 AS
 SELECT orders.status,
    orders.customer_id,
    count(*) AS count
   FROM public.orders
  GROUP BY GROUPING SETS ((orders.status, orders.customer_id), (orders.status), ());
CREATE VIEW public.v5 AS
 SELECT string_agg(DISTINCT (customers.name)::text, ', '::text ORDER BY (customers.name)::text) AS names,
    array_agg(customers.id ORDER BY customers.created_at DESC) AS array_agg,
    percentile_cont((0.5)::double precision) WITHIN GROUP (ORDER BY ((customers.id)::double precision)) AS med,
    bool_or(customers.active) AS bool_or
   FROM public.customers;
CREATE VIEW public.v6 AS
SELECT
    NULL::bigint AS id,
    NULL::character varying(100) AS name,
    NULL::numeric AS revenue;
ALTER TABLE ONLY public.customers ALTER COLUMN id SET DEFAULT nextval('public.customers_id_seq'::regclass);
ALTER TABLE ONLY public.orders ALTER COLUMN id SET DEFAULT nextval('public.orders_id_seq'::regclass);
ALTER TABLE ONLY public.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.items
    ADD CONSTRAINT items_pkey PRIMARY KEY (order_id, line);
ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
CREATE OR REPLACE VIEW public.v6 AS
 SELECT c.id,
    c.name,
    COALESCE(sum(o.total), (0)::numeric) AS revenue
   FROM (public.customers c
     LEFT JOIN public.orders o ON (((o.customer_id = c.id) AND ((o.status)::text <> ALL ((ARRAY['cancelled'::character varying, 'new'::character varying])::text[])))))
  GROUP BY c.id
  ORDER BY COALESCE(sum(o.total), (0)::numeric) DESC NULLS LAST
 LIMIT 10;
ALTER TABLE ONLY public.items
    ADD CONSTRAINT items_order_id_fkey FOREIGN KEY (order_id) REFERENCES public.orders(id);
ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id);

-- desired
create table customers (id bigserial primary key, name varchar(100) not null, email text, country char(2), created_at timestamptz not null default now(), tags text[], active boolean not null default true, data jsonb);
create table orders (id bigserial primary key, customer_id bigint not null references customers, status varchar(20) not null, placed_at timestamp not null default now(), shipped_at timestamp, total numeric(12,2), note text);
create table items (order_id bigint references orders, line smallint, product text, qty int not null default 1, price numeric(10,2), discount double precision, primary key (order_id, line));
create view v1 as select customer_id, count(*), sum(total) as s, avg(total)::numeric(10,2), count(distinct status) filter (where total > 5) as n from orders group by customer_id having count(*) > 1 order by 2 desc, s;
create view v2 as select date_trunc('month', placed_at) as month, status, sum(total) from orders group by 1, status order by month;
create view v3 as select status, customer_id, grouping(status) as g, sum(total) from orders group by rollup (status, customer_id);
create view v4 as select status, customer_id, count(*) from orders group by grouping sets ((status, customer_id), status, ());
create view v5 as select string_agg(distinct name, ', ' order by name) as names, array_agg(id order by created_at desc), percentile_cont(0.5) within group (order by id) as med, bool_or(active) from customers;
create view v6 as select c.id, c.name, coalesce(sum(o.total), 0) as revenue from customers c left join orders o on o.customer_id = c.id and o.status not in ('cancelled', 'new') group by c.id order by revenue desc nulls last limit 10;

-- plan
