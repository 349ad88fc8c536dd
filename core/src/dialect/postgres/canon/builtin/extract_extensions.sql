-- How extensions.txt was made, from a fresh PostgreSQL 15 with its contrib modules: psql -At -F ' ' -f extract_extensions.sql
-- (and postgresql-15-postgis-3). Types stand by their names. @ extension · t name category preferred · d domain base ·
-- r relation or composite type column:type ... · c source target context method · o name left right result (- for no left) ·
-- f name kind flags defaults result arguments · u function arguments column:type ... (of those that give rows) ·
-- k method opclass type (of the default ones)
create extension citext; create extension hstore; create extension ltree; create extension pg_trgm; create extension "uuid-ossp";
create extension pgcrypto; create extension unaccent; create extension fuzzystrmatch; create extension cube; create extension earthdistance;
create extension intarray; create extension tablefunc; create extension isn; create extension lo; create extension seg; create extension xml2;
create extension dblink; create extension postgis; create extension pg_stat_statements;
\pset format unaligned
\pset tuples_only on
\o extensions.txt
with member as (
  select e.extname, d.classid, d.objid from pg_extension e join pg_depend d on d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid and d.deptype = 'e' where e.extname <> 'plpgsql'
), line as (
  select extname, 1 k, format('t %s %s %s', typname, typcategory, typispreferred::int) line from member join pg_type t on classid = 'pg_type'::regclass and t.oid = objid and typcategory <> 'A' and typtype = 'b'
  union all
  select extname, 1, format('d %s %s', t.typname, b.typname) from member join pg_type t on classid = 'pg_type'::regclass and t.oid = objid join pg_type b on b.oid = t.typbasetype where t.typtype = 'd'
  union all
  select extname, 1, format('r %s %s', c.relname, string_agg(a.attname || ':' || t.typname, ' ' order by a.attnum))
  from (select extname, c.oid from member join pg_class c on classid = 'pg_class'::regclass and c.oid = objid
    union select extname, typrelid from member join pg_type t on classid = 'pg_type'::regclass and t.oid = objid where typtype = 'c') m
  join pg_class c on c.oid = m.oid join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
  where c.relkind in ('r', 'v', 'c') group by extname, c.relname
  union all
  select extname, 5, format('u %s %s %s', proname, coalesce((select string_agg(a.typname, ',' order by o) from unnest(proargtypes::oid[]) with ordinality u(x, o) join pg_type a on a.oid = u.x), '-'),
    (select string_agg(coalesce(nullif(n, ''), 'column' || i) || ':' || t.typname, ' ' order by i) from unnest(proargnames, proallargtypes, proargmodes) with ordinality as u(n, x, m, i) join pg_type t on t.oid = u.x where m in ('o', 'b', 't')))
  from member join pg_proc p on classid = 'pg_proc'::regclass and p.oid = objid
  where (select count(*) from unnest(proargmodes) m where m in ('o', 'b', 't')) > 0
  union all
  select extname, 6, format('k %s %s %s', amname, opcname, t.typname) from member join pg_opclass o on classid = 'pg_opclass'::regclass and o.oid = objid join pg_am a on a.oid = opcmethod join pg_type t on t.oid = opcintype where opcdefault
  union all
  select extname, 2, format('c %s %s %s %s', s.typname, t.typname, castcontext, castmethod) from member join pg_cast c on classid = 'pg_cast'::regclass and c.oid = objid join pg_type s on s.oid = castsource join pg_type t on t.oid = casttarget
  union all
  select extname, 3, format('o %s %s %s %s', oprname, coalesce(l.typname, '-'), r.typname, s.typname) from member join pg_operator o on classid = 'pg_operator'::regclass and o.oid = objid left join pg_type l on l.oid = oprleft join pg_type r on r.oid = oprright join pg_type s on s.oid = oprresult
  union all
  select extname, 4, format('f %s %s %s %s %s %s', proname, prokind, case when proretset then 's' else '' end || case when provariadic <> 0 then 'v' else '' end || case when not proretset and provariadic = 0 then '-' else '' end, pronargdefaults, r.typname,
    (select string_agg(a.typname, ',' order by o) from unnest(proargtypes::oid[]) with ordinality u(x, o) join pg_type a on a.oid = u.x))
  from member join pg_proc p on classid = 'pg_proc'::regclass and p.oid = objid join pg_type r on r.oid = prorettype
  where not (proargtypes::oid[] && array['internal'::regtype::oid, 'cstring'::regtype::oid]) and prorettype not in ('internal'::regtype, 'trigger'::regtype, 'event_trigger'::regtype, 'cstring'::regtype) and not (extname = 'postgis' and proname like '\_%')
)
select case when k = 0 then '@ ' || extname else line end from (select extname, k, line from line union all select distinct extname, 0, '' from line) x order by extname collate "C", k, line collate "C";
\o
