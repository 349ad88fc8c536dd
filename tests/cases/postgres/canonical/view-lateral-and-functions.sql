-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE FUNCTION public.pairs(n integer) RETURNS TABLE(k integer, v text)
    LANGUAGE sql
    AS $$select 1, 'a'::text$$;
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
 SELECT c.id,
    o.total
   FROM (public.customers c
     CROSS JOIN LATERAL ( SELECT orders.total
           FROM public.orders
          WHERE (orders.customer_id = c.id)
          ORDER BY orders.placed_at DESC
         LIMIT 1) o);
CREATE VIEW public.v10 AS
 SELECT v.n
   FROM ( VALUES (1), (2)) v(n)
  WHERE (v.n > 1);
CREATE VIEW public.v2 AS
 SELECT c.id,
    t.t
   FROM public.customers c,
    LATERAL unnest(c.tags) t(t);
CREATE VIEW public.v3 AS
 SELECT c.id,
    t.tag,
    t.pos
   FROM (public.customers c
     LEFT JOIN LATERAL unnest(c.tags) WITH ORDINALITY t(tag, pos) ON (true));
CREATE VIEW public.v4 AS
 SELECT g.g,
    (g.g * 2) AS twice
   FROM generate_series(1, 10) g(g);
CREATE VIEW public.v5 AS
 SELECT (d.d)::date AS day
   FROM generate_series('2020-01-01 00:00:00'::timestamp without time zone, '2020-02-01 00:00:00'::timestamp without time zone, '1 day'::interval) d(d);
CREATE VIEW public.v6 AS
 SELECT c.id,
    kv.key,
    kv.value
   FROM public.customers c,
    LATERAL jsonb_each_text(c.data) kv(key, value);
CREATE VIEW public.v7 AS
 SELECT c.id,
    (e.value ->> 'name'::text) AS name
   FROM public.customers c,
    LATERAL jsonb_array_elements((c.data -> 'list'::text)) e(value);
CREATE VIEW public.v8 AS
 SELECT p.k,
    p.v,
    x.a,
    x.b
   FROM public.pairs(3) p(k, v),
    json_to_recordset('[{"a": 1}]'::json) x(a integer, b text);
CREATE VIEW public.v9 AS
 SELECT generate_series.generate_series,
    generate_series.k,
    generate_series.v,
    generate_series.ordinality
   FROM ROWS FROM(generate_series(1, 2), public.pairs(2)) WITH ORDINALITY generate_series(generate_series, k, v, ordinality);
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
create function pairs(n int) returns table (k int, v text) language sql as 'select 1, ''a''::text';
create view v1 as select c.id, o.total from customers c cross join lateral (select total from orders where customer_id = c.id order by placed_at desc limit 1) o;
create view v2 as select c.id, t from customers c, unnest(c.tags) t;
create view v3 as select c.id, t.tag, t.pos from customers c left join lateral unnest(c.tags) with ordinality as t(tag, pos) on true;
create view v4 as select g, g * 2 as twice from generate_series(1, 10) g;
create view v5 as select d::date as day from generate_series('2020-01-01'::timestamp, '2020-02-01', '1 day') as d;
create view v6 as select c.id, kv.key, kv.value from customers c, jsonb_each_text(c.data) kv;
create view v7 as select c.id, e ->> 'name' as name from customers c, jsonb_array_elements(c.data -> 'list') e;
create view v8 as select p.*, x.a, x.b from pairs(3) p, json_to_recordset('[{"a": 1}]') as x(a int, b text);
create view v9 as select * from rows from (generate_series(1, 2), pairs(2)) with ordinality;
create view v10 as select n from (values (1), (2)) as v(n) where n > 1;

-- plan
