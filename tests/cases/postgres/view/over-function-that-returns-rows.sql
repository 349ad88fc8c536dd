-- current
create table t (id serial primary key, n text);
create function latest() returns setof t language sql stable as $$ select * from t order by id desc limit 1 $$;
create view lv as select l.id, l.n from latest() l;
-- desired
create table t (id bigserial primary key, n varchar(40), m int);
create function latest() returns setof t language sql stable as $$ select * from t order by id desc limit 1 $$;
create view lv as select l.id, l.n, l.m from latest() l;

-- plan
BEGIN;

DROP VIEW lv;

-- careful: fails if a value does not fit character varying(40)
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN id TYPE bigint,
    ALTER COLUMN n TYPE character varying(40),
    ADD COLUMN m integer;

ALTER SEQUENCE t_id_seq AS bigint;

CREATE VIEW lv AS
select l.id, l.n, l.m from latest() l;

COMMIT;
