-- How relations.txt, outputs.txt and opclasses.txt were made, from a fresh PostgreSQL 15: psql -At -F ' ' -f extract_relations.sql
\o relations.txt
-- schema name column:type ...; of a domain its base type
select n.nspname, c.relname, string_agg(a.attname || ':' || coalesce(nullif(t.typbasetype, 0), t.oid)::int8, ' ' order by a.attnum)
from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 join pg_type t on t.oid = a.atttypid
where n.nspname in ('pg_catalog', 'information_schema') and c.relkind in ('r', 'v') and c.relname not like '\_pg\_%'
group by 1, 2 order by 1, 2;
\o outputs.txt
-- name arguments column:type ... of functions whose result is a row
select proname, coalesce(nullif(replace(proargtypes::text, ' ', ','), ''), '-'),
  (select string_agg(coalesce(nullif(n, ''), 'column' || i) || ':' || t::int8, ' ' order by i)
   from unnest(proargnames, proallargtypes, proargmodes) with ordinality as u(n, t, m, i) where m in ('o', 'b', 't'))
from pg_proc p
where pronamespace = 'pg_catalog'::regnamespace and (select count(*) from unnest(proargmodes) m where m in ('o', 'b', 't')) > 0
order by 1, 2;
\o opclasses.txt
-- method name type, of those that are their type's default
select amname, opcname, opcintype::int8 from pg_opclass o join pg_am a on a.oid = opcmethod
where opcdefault and opcnamespace = 'pg_catalog'::regnamespace order by 1, 2;
\o
