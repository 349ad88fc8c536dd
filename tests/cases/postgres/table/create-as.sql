-- The columns of CREATE TABLE AS are those of its query.
-- current
CREATE TABLE a (id integer);
-- desired
create table a (id int primary key, name varchar(10) not null, d numeric(10,2), e text[]);
create table b as select *, count(*) over () as n, 'x' as lit, null as nl, id+1.5 as s from a;
create table c (x, y) as select id, name from a with no data;
create view v as select * from a;
create unlogged table e as (select * from v);
create table if not exists f as values (1,'a'),(2,'b');
create table g as table a;
create table h as with q as (select sum(d) from a) select * from q;

-- plan
BEGIN;

-- careful: fails if table a holds rows: name has no default
-- careful: fails if rows of table a are NULL or equal in the key
ALTER TABLE a
    ADD COLUMN name character varying(10) NOT NULL,
    ADD COLUMN d numeric(10,2),
    ADD COLUMN e text[],
    ADD CONSTRAINT a_pkey PRIMARY KEY (id);

CREATE TABLE b (
    id integer,
    name character varying(10),
    d numeric(10,2),
    e text[],
    n bigint,
    lit text,
    nl text,
    s numeric
);

CREATE TABLE c (
    x integer,
    y character varying(10)
);

CREATE UNLOGGED TABLE e (
    id integer,
    name character varying(10),
    d numeric(10,2),
    e text[]
);

CREATE TABLE f (
    column1 integer,
    column2 text
);

CREATE TABLE g (
    id integer,
    name character varying(10),
    d numeric(10,2),
    e text[]
);

CREATE TABLE h (
    sum numeric
);

CREATE VIEW v AS
select * from a;

COMMIT;
