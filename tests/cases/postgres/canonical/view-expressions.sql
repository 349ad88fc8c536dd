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
 SELECT
        CASE
            WHEN (orders.total > (100)::numeric) THEN 'big'::text
            WHEN (orders.total IS NULL) THEN 'none'::text
            ELSE 'small'::text
        END AS "case",
        CASE orders.status
            WHEN 'new'::text THEN 1
            ELSE 0
        END AS is_new,
    COALESCE(orders.note, '-'::text) AS note,
    NULLIF((orders.status)::text, ''::text) AS s,
    (orders.total * 1.19) AS gross,
    (orders.total)::integer AS total,
    (- orders.total) AS neg
   FROM public.orders;
CREATE VIEW public.v2 AS
 SELECT ((((customers.name)::text || ' <'::text) || customers.email) || '>'::text) AS label,
    lower((customers.name)::text) AS lower,
    "left"((customers.name)::text, 3) AS l,
    SUBSTRING(customers.email FROM 2) AS "substring",
    TRIM(BOTH FROM customers.name) AS btrim,
    (customers.country = 'DE'::bpchar) AS german,
    ((customers.name)::text ~~ 'a%'::text) AS a,
    concat(customers.name, customers.country) AS concat,
    to_char(customers.created_at, 'YYYY-MM'::text) AS to_char
   FROM public.customers;
CREATE VIEW public.v3 AS
 SELECT (now() - '1 day'::interval) AS yesterday,
    (CURRENT_DATE - 7) AS week,
    (orders.placed_at)::date AS day,
    EXTRACT(epoch FROM (orders.shipped_at - orders.placed_at)) AS secs,
    (orders.placed_at AT TIME ZONE 'utc'::text) AS utc,
    age(orders.placed_at) AS age,
    date_part('hour'::text, orders.placed_at) AS date_part
   FROM public.orders;
CREATE VIEW public.v4 AS
 SELECT (customers.data -> 'a'::text) AS a,
    (customers.data ->> 'b'::text) AS b,
    (customers.data #>> '{x,y}'::text[]) AS c,
    (((customers.data ->> 'n'::text))::integer + 1) AS n,
    customers.tags[1] AS first,
    array_length(customers.tags, 1) AS array_length,
    (customers.data @> '{"k": 1}'::jsonb) AS has,
    jsonb_build_object('id', customers.id, 'name', customers.name) AS obj
   FROM public.customers;
CREATE VIEW public.v5 AS
 SELECT 'x'::text AS lit,
    1 AS one,
    true AS yes,
    NULL::text AS nothing,
    1.5 AS num,
    ARRAY[1, 2] AS arr,
    row_to_json(c.*) AS js
   FROM public.customers c
  WHERE (c.active AND (NOT ((c.country = 'US'::bpchar) OR (c.country IS NULL))) AND (c.created_at > '2020-01-01 00:00:00+00'::timestamp with time zone));
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
create view v1 as select case when total > 100 then 'big' when total is null then 'none' else 'small' end, case status when 'new' then 1 else 0 end as is_new, coalesce(note, '-') as note, nullif(status, '') as s, total * 1.19 as gross, total::int, -total as neg from orders;
create view v2 as select name || ' <' || email || '>' as label, lower(name), left(name, 3) as l, substring(email from 2), trim(name), country = 'DE' as german, name like 'a%' as a, concat(name, country), to_char(created_at, 'YYYY-MM') from customers;
create view v3 as select now() - interval '1 day' as yesterday, current_date - 7 as week, placed_at::date as day, extract(epoch from shipped_at - placed_at) as secs, placed_at at time zone 'utc' as utc, age(placed_at), date_part('hour', placed_at) from orders;
create view v4 as select data -> 'a' as a, data ->> 'b' as b, data #>> '{x,y}' as c, (data ->> 'n')::int + 1 as n, tags[1] as first, array_length(tags, 1), data @> '{"k": 1}' as has, jsonb_build_object('id', id, 'name', name) as obj from customers;
create view v5 as select 'x' as lit, 1 as one, true as yes, null as nothing, 1.5 as num, array[1, 2] as arr, row_to_json(c) as js from customers c where active and not (country = 'US' or country is null) and created_at > '2020-01-01';

-- plan
