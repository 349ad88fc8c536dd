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
 SELECT customers.id,
    ( SELECT count(*) AS count
           FROM public.orders
          WHERE (orders.customer_id = customers.id)) AS n,
    ARRAY( SELECT o.total
           FROM public.orders o
          WHERE (o.customer_id = customers.id)
          ORDER BY o.total) AS totals
   FROM public.customers;
CREATE VIEW public.v2 AS
 SELECT customers.name
   FROM public.customers
  WHERE ((EXISTS ( SELECT 1
           FROM public.orders
          WHERE (orders.customer_id = customers.id))) AND (NOT (customers.id IN ( SELECT orders.customer_id
           FROM public.orders
          WHERE (orders.total > (5)::numeric)))));
CREATE VIEW public.v3 AS
 SELECT orders.id
   FROM public.orders
  WHERE (((orders.customer_id, (orders.status)::text) IN ( SELECT customers.id,
            customers.name
           FROM public.customers)) AND (orders.total > ALL ( SELECT items.price
           FROM public.items)) AND ((orders.status)::text IN ( SELECT items.product
           FROM public.items)));
CREATE VIEW public.v4 AS
 SELECT orders.id
   FROM public.orders
  WHERE (orders.total = ( SELECT max(orders_1.total) AS max
           FROM public.orders orders_1));
CREATE VIEW public.v5 AS
 SELECT o.id
   FROM public.orders o
  WHERE (o.total > ( SELECT avg(orders.total) AS avg
           FROM public.orders
          WHERE (orders.customer_id = o.customer_id)));
CREATE VIEW public.v6 AS
 SELECT (COALESCE(( SELECT max(orders.id) AS max
           FROM public.orders), (0)::bigint) + 1) AS next,
    ( SELECT customers.name
           FROM public.customers
         LIMIT 1) AS name;
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
create view v1 as select id, (select count(*) from orders where customer_id = customers.id) as n, array(select total from orders o where o.customer_id = customers.id order by 1) as totals from customers;
create view v2 as select name from customers where exists (select 1 from orders where customer_id = customers.id) and id not in (select customer_id from orders where total > 5);
create view v3 as select id from orders where (customer_id, status) in (select id, name from customers) and total > all (select price from items) and status = any (select product from items);
create view v4 as select id from orders where total = (select max(total) from orders);
create view v5 as select o.id from orders o where o.total > (select avg(total) from orders where orders.customer_id = o.customer_id);
create view v6 as select coalesce((select max(id) from orders), 0) + 1 as next, (select name from customers limit 1);

-- plan
