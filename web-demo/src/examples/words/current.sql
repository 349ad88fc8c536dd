-- As pg_dump writes it.

CREATE TABLE public.tickets (
    id integer NOT NULL,
    title character varying(200) NOT NULL,
    state text DEFAULT 'open'::text NOT NULL,
    price numeric(10,2) DEFAULT 0 NOT NULL,
    opened_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT tickets_state_check CHECK ((state = ANY (ARRAY['open'::text, 'held'::text, 'closed'::text]))),
    CONSTRAINT tickets_price_check CHECK (((price >= (0)::numeric) AND (price < (1000)::numeric)))
);

CREATE SEQUENCE public.tickets_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.tickets_id_seq OWNED BY public.tickets.id;
ALTER TABLE ONLY public.tickets ALTER COLUMN id SET DEFAULT nextval('public.tickets_id_seq'::regclass);
ALTER TABLE ONLY public.tickets ADD CONSTRAINT tickets_pkey PRIMARY KEY (id);

CREATE INDEX tickets_title_idx ON public.tickets USING btree (lower((title)::text));

CREATE VIEW public.open_tickets AS
 SELECT tickets.id,
    tickets.title
   FROM public.tickets
  WHERE (tickets.state = 'open'::text);
