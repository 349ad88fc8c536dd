-- As a person writes it.
CREATE TABLE p (id int, at date NOT NULL, v text DEFAULT 'v', CHECK (id > 0), PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE INDEX ON p (v);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE p2 PARTITION OF p (v DEFAULT 'two' NOT NULL, CONSTRAINT own CHECK (v <> '')) FOR VALUES FROM ('2021-01-01') TO (maxvalue) PARTITION BY LIST (id);
CREATE TABLE p2a PARTITION OF p2 FOR VALUES IN (1, 2);
CREATE TABLE p3 PARTITION OF p DEFAULT;
CREATE TABLE r (id int PRIMARY KEY);
ALTER TABLE p ADD COLUMN r_id int REFERENCES r;

CREATE INDEX by_r ON p (r_id) WHERE v > '';

-- As pg_dump writes it.
CREATE TABLE d (id int NOT NULL, at date NOT NULL) PARTITION BY HASH (id);
CREATE TABLE d1 (id int NOT NULL, at date NOT NULL);
ALTER TABLE ONLY d ATTACH PARTITION d1 FOR VALUES WITH (modulus 1, remainder 0);
ALTER TABLE ONLY d ADD CONSTRAINT d_pkey PRIMARY KEY (id);
ALTER TABLE ONLY d1 ADD CONSTRAINT d1_pkey PRIMARY KEY (id);
CREATE INDEX d_at_idx ON ONLY d USING btree (at);
CREATE INDEX d1_at_idx ON d1 USING btree (at);
ALTER INDEX d_at_idx ATTACH PARTITION d1_at_idx;
ALTER INDEX d_pkey ATTACH PARTITION d1_pkey;
CREATE INDEX half ON ONLY d (id, at);

CREATE TABLE q (id int) PARTITION BY LIST (id);
CREATE TABLE q1 PARTITION OF q FOR VALUES IN (1);
ALTER TABLE q DETACH PARTITION q1;

-- is
-- schema public
-- table d: partition_by {key [id]; strategy hash}
-- table d1: partition_of {bound FOR VALUES WITH (modulus 1, remainder 0); parent public.d}
-- table p: partition_by {key [at]; strategy range}
-- table p1: partition_of {bound FOR VALUES FROM ('2020-01-01') TO ('2021-01-01'); parent public.p}
-- table p2: partition_by {key [id]; strategy list}; partition_of {bound FOR VALUES FROM ('2021-01-01') TO (MAXVALUE); parent public.p}
-- table p2a: partition_of {bound FOR VALUES IN (1, 2); parent public.p2}
-- table p3: partition_of {bound DEFAULT; parent public.p}
-- table q: partition_by {key [id]; strategy list}
-- table q1
-- table r
-- column d.at: not_null; position 2; ty date
-- column d.id: not_null; position 1; ty integer
-- column d1.at: inherited; not_null; position 2; ty date
-- column d1.id: inherited; not_null; position 1; ty integer
-- column p.at: not_null; position 2; ty date
-- column p.id: not_null; position 1; ty integer
-- column p.r_id: position 4; ty integer
-- column p.v: position 3; ty text
-- default of column p.v: 'v'
-- column p1.at: inherited; not_null; position 2; ty date
-- column p1.id: inherited; not_null; position 1; ty integer
-- column p1.r_id: inherited; position 4; ty integer
-- column p1.v: inherited; position 3; ty text
-- default of column p1.v: 'v'
-- column p2.at: inherited; not_null; position 2; ty date
-- column p2.id: inherited; not_null; position 1; ty integer
-- column p2.r_id: inherited; position 4; ty integer
-- column p2.v: inherited; not_null; position 3; ty text
-- default of column p2.v: 'two'
-- column p2a.at: inherited; not_null; position 2; ty date
-- column p2a.id: inherited; not_null; position 1; ty integer
-- column p2a.r_id: inherited; position 4; ty integer
-- column p2a.v: inherited; not_null; position 3; ty text
-- default of column p2a.v: 'two'
-- column p3.at: inherited; not_null; position 2; ty date
-- column p3.id: inherited; not_null; position 1; ty integer
-- column p3.r_id: inherited; position 4; ty integer
-- column p3.v: inherited; position 3; ty text
-- default of column p3.v: 'v'
-- column q.id: position 1; ty integer
-- column q1.id: position 1; ty integer
-- column r.id: not_null; position 1; ty integer
-- constraint d.d_pkey: rule {key {columns [id]; primary}}
-- constraint d1.d1_pkey: inherited; rule {key {columns [id]; parent public.d_pkey; primary}}
-- constraint p.p_id_check: rule {check {expression id > 0}}
-- constraint p.p_pkey: rule {key {columns [id, at]; primary}}
-- constraint p.p_r_id_fkey: rule {foreign_key {columns [r_id]; on_delete no_action; on_update no_action; referenced [id]; table public.r}}
-- constraint p1.p1_pkey: inherited; rule {key {columns [id, at]; parent public.p_pkey; primary}}
-- constraint p1.p_id_check: inherited; rule {check {expression id > 0}}
-- constraint p1.p_r_id_fkey: inherited; rule {foreign_key {columns [r_id]; on_delete no_action; on_update no_action; referenced [id]; table public.r}}
-- constraint p2.own: rule {check {expression v <> ''}}
-- constraint p2.p2_pkey: inherited; rule {key {columns [id, at]; parent public.p_pkey; primary}}
-- constraint p2.p_id_check: inherited; rule {check {expression id > 0}}
-- constraint p2.p_r_id_fkey: inherited; rule {foreign_key {columns [r_id]; on_delete no_action; on_update no_action; referenced [id]; table public.r}}
-- constraint p2a.own: inherited; rule {check {expression v <> ''}}
-- constraint p2a.p2a_pkey: inherited; rule {key {columns [id, at]; parent public.p2_pkey; primary}}
-- constraint p2a.p_id_check: inherited; rule {check {expression id > 0}}
-- constraint p2a.p_r_id_fkey: inherited; rule {foreign_key {columns [r_id]; on_delete no_action; on_update no_action; referenced [id]; table public.r}}
-- constraint p3.p3_pkey: inherited; rule {key {columns [id, at]; parent public.p_pkey; primary}}
-- constraint p3.p_id_check: inherited; rule {check {expression id > 0}}
-- constraint p3.p_r_id_fkey: inherited; rule {foreign_key {columns [r_id]; on_delete no_action; on_update no_action; referenced [id]; table public.r}}
-- constraint r.r_pkey: rule {key {columns [id]; primary}}
-- index by_r: elements [key {column r_id}]; method btree; predicate v > ''; table p
-- index d1_at_idx: elements [key {column at}]; method btree; parent public.d_at_idx; table d1
-- index d_at_idx: elements [key {column at}]; method btree; table d
-- index half: elements [key {column id}, key {column at}]; method btree; only; table d
-- index p1_r_id_idx: elements [key {column r_id}]; method btree; parent public.by_r; predicate v > ''; table p1
-- index p1_v_idx: elements [key {column v}]; method btree; parent public.p_v_idx; table p1
-- index p2_r_id_idx: elements [key {column r_id}]; method btree; parent public.by_r; predicate v > ''; table p2
-- index p2_v_idx: elements [key {column v}]; method btree; parent public.p_v_idx; table p2
-- index p2a_r_id_idx: elements [key {column r_id}]; method btree; parent public.p2_r_id_idx; predicate v > ''; table p2a
-- index p2a_v_idx: elements [key {column v}]; method btree; parent public.p2_v_idx; table p2a
-- index p3_r_id_idx: elements [key {column r_id}]; method btree; parent public.by_r; predicate v > ''; table p3
-- index p3_v_idx: elements [key {column v}]; method btree; parent public.p_v_idx; table p3
-- index p_v_idx: elements [key {column v}]; method btree; table p
