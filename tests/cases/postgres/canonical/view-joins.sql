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
 SELECT c.name,
    o.id,
    i.product
   FROM ((public.customers c
     JOIN public.orders o ON ((o.customer_id = c.id)))
     LEFT JOIN public.items i ON ((i.order_id = o.id)));
CREATE VIEW public.v2 AS
 SELECT customers.name,
    orders.total
   FROM public.customers,
    public.orders
  WHERE (customers.id = orders.customer_id);
CREATE VIEW public.v3 AS
 SELECT c.name,
    o.total
   FROM (public.customers c
     LEFT JOIN (public.orders o
     JOIN public.items i ON ((i.order_id = o.id))) ON ((o.customer_id = c.id)));
CREATE VIEW public.v4 AS
 SELECT a.id,
    b.id AS other
   FROM public.orders a,
    public.orders b
  WHERE ((a.id < b.id) AND (a.customer_id = b.customer_id));
CREATE VIEW public.v5 AS
 SELECT orders.id,
    items.product
   FROM ((public.orders
     FULL JOIN public.items ON ((items.order_id = orders.id)))
     CROSS JOIN ( SELECT 1 AS one) x);
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
create view v1 as select c.name, o.id, i.product from customers c join orders o on o.customer_id = c.id left join items i on i.order_id = o.id;
create view v2 as select name, total from customers, orders where customers.id = customer_id;
create view v3 as select c.name, o.total from customers c left join (orders o join items i on i.order_id = o.id) on o.customer_id = c.id;
create view v4 as select a.id, b.id as other from orders a, orders b where a.id < b.id and a.customer_id = b.customer_id;
create view v5 as select orders.id, product from orders full join items on order_id = orders.id cross join (select 1 as one) x;

-- plan
