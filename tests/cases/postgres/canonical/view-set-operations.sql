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
    'order'::text AS kind
   FROM public.orders
UNION
 SELECT customers.id,
    'customer'::text AS kind
   FROM public.customers;
CREATE VIEW public.v2 AS
 SELECT orders.id
   FROM public.orders
UNION ALL
 SELECT customers.id
   FROM public.customers
UNION ALL
 SELECT items.order_id AS id
   FROM public.items
  ORDER BY 1 DESC
 LIMIT 5;
CREATE VIEW public.v3 AS
( SELECT orders.id
   FROM public.orders
  ORDER BY orders.id
 LIMIT 1)
UNION ALL
( SELECT customers.id
   FROM public.customers
  ORDER BY customers.id DESC
 LIMIT 1);
CREATE VIEW public.v4 AS
 SELECT orders.id
   FROM public.orders
EXCEPT (
         SELECT customers.id
           FROM public.customers
        INTERSECT
         SELECT items.order_id AS id
           FROM public.items
);
CREATE VIEW public.v5 AS
 SELECT NULL::text AS note,
    customers.id
   FROM public.customers
UNION ALL
 SELECT orders.note,
    orders.id
   FROM public.orders;
CREATE VIEW public.v6 AS
 SELECT 1 AS a,
    2.5 AS b
UNION
 SELECT 3 AS a,
    NULL::numeric AS b;
CREATE VIEW public.v7 AS
 VALUES (1,'a'::text), (2,'b'::text);
CREATE VIEW public.v8 AS
 SELECT u.id,
    count(*) AS count
   FROM ( SELECT orders.id
           FROM public.orders
        UNION ALL
         SELECT customers.id
           FROM public.customers) u
  GROUP BY u.id;
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
create view v1 as select id, 'order' as kind from orders union select id, 'customer' from customers;
create view v2 as select id from orders union all select id from customers union all select order_id from items order by 1 desc limit 5;
create view v3 as (select id from orders order by id limit 1) union all (select id from customers order by id desc limit 1);
create view v4 as select id from orders except select id from customers intersect select order_id from items;
create view v5 as select null as note, id from customers union all select note, id from orders;
create view v6 (a, b) as select 1, 2.5 union select 3, null;
create view v7 as values (1, 'a'), (2, 'b');
create view v8 as select u.id, count(*) from (select id from orders union all select id from customers) u group by u.id;

-- plan
