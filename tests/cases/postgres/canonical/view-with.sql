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
 WITH big AS (
         SELECT orders.id,
            orders.total
           FROM public.orders
          WHERE (orders.total > (100)::numeric)
        ), named(k, t) AS (
         SELECT big_1.id,
            big_1.total
           FROM big big_1
        )
 SELECT named.k,
    (named.t + (1)::numeric) AS t1
   FROM (named
     JOIN big ON ((big.id = named.k)));
CREATE VIEW public.v2 AS
 WITH RECURSIVE n AS (
         SELECT 1 AS i
        UNION ALL
         SELECT (n_1.i + 1)
           FROM n n_1
          WHERE (n_1.i < 10)
        )
 SELECT n.i
   FROM n;
CREATE VIEW public.v3 AS
 WITH RECURSIVE up(id, path) AS (
         SELECT orders.id,
            ARRAY[orders.id] AS "array"
           FROM public.orders
          WHERE (orders.note IS NULL)
        UNION
         SELECT o.id,
            (up_1.path || o.id)
           FROM public.orders o,
            up up_1
          WHERE (o.customer_id = up_1.id)
        )
 SELECT up.id,
    up.path
   FROM up;
CREATE VIEW public.v4 AS
 WITH x AS MATERIALIZED (
         SELECT 1 AS one
        )
 SELECT x.one
   FROM x
UNION ALL
 SELECT 2 AS one;
CREATE VIEW public.v5 AS
 SELECT s.n
   FROM ( WITH q AS (
                 SELECT count(*) AS n
                   FROM public.items
                )
         SELECT q.n
           FROM q) s;
CREATE VIEW public.v6 AS
 WITH RECURSIVE v6(n) AS (
         VALUES (1)
        UNION ALL
         SELECT (v6_1.n + 1)
           FROM v6 v6_1
          WHERE (v6_1.n < 5)
        )
 SELECT v6.n
   FROM v6;
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
create view v1 as with big as (select id, total from orders where total > 100), named(k, t) as (select id, total from big) select k, t + 1 as t1 from named join big on big.id = k;
create view v2 as with recursive n as (select 1 as i union all select i + 1 from n where i < 10) select i from n;
create view v3 as with recursive up(id, path) as (select id, array[id] from orders where note is null union select o.id, up.path || o.id from orders o, up where o.customer_id = up.id) select * from up;
create view v4 as with x as materialized (select 1 as one) select one from x union all select 2;
create view v5 as select s.n from (with q as (select count(*) as n from items) select n from q) s;
create recursive view v6 (n) as values (1) union all select n + 1 from v6 where n < 5;

-- plan
