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
    orders.customer_id,
    COALESCE(orders.total, (0)::numeric) AS total
   FROM public.orders
  WHERE ((orders.status)::text = ANY ((ARRAY['paid'::character varying, 'sent'::character varying])::text[]));
CREATE VIEW public.v2 AS
 SELECT v1.id,
    v1.customer_id,
    v1.total,
    c.name
   FROM (public.v1
     JOIN public.customers c ON ((c.id = v1.customer_id)));
CREATE VIEW public.v3 AS
 SELECT v2.name AS who,
    sum(v2.total) AS what
   FROM public.v2
  GROUP BY v2.name
 HAVING (sum(v2.total) > (10)::numeric);
CREATE VIEW public.v4 AS
 SELECT v3.who
   FROM public.v3
  WHERE ((v3.what >= (1)::numeric) AND (v3.what <= (5)::numeric))
UNION
 SELECT 'nobody'::character varying AS who;
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
create view v1 as select id, customer_id, coalesce(total, 0) as total from orders where status in ('paid', 'sent');
create view v2 as select v1.*, c.name from v1 join customers c on c.id = v1.customer_id;
create view v3 (who, what) as select name, sum(total) from v2 group by name having sum(total) > 10;
create view v4 as select who from v3 where what between 1 and 5 union select 'nobody';

-- plan
