-- How the data files of this folder were made, from a fresh PostgreSQL 15: psql -At -F ' ' -f extract.sql
-- (one \o a file). Additions of later versions stand in later.txt and are written by hand.
\o keywords.txt
-- Keywords that a printed name must be quoted for (all but the unreserved), with their category.
select word, catcode from pg_get_keywords() where catcode <> 'U' order by word collate "C";
\o types.txt
-- oid name type(b,p,r,m,c,d,e) category preferred element array(oid of its array type) range-subtype multirange
select t.oid, t.typname, t.typtype, t.typcategory, case when t.typispreferred then 1 else 0 end,
  case when t.typcategory = 'A' or t.typelem <> 0 and t.typsubscript = 'array_subscript_handler'::regproc then t.typelem else 0 end, t.typarray,
  coalesce(r.rngsubtype, 0), coalesce(r.rngmultitypid, 0)
from pg_type t left join pg_range r on r.rngtypid = t.oid
where t.typnamespace = 'pg_catalog'::regnamespace and t.typtype <> 'c'
  and not exists (select from pg_type e where e.oid = t.typelem and e.typtype = 'c') order by t.oid;
\o casts.txt
-- source target context(i,a,e) method(b,f,i)
select castsource, casttarget, castcontext, castmethod from pg_cast order by castsource::int8, casttarget::int8;
\o operators.txt
-- name left right result
select oprname, oprleft, oprright, oprresult from pg_operator
where oprnamespace = 'pg_catalog'::regnamespace and oprcode <> 0 order by oprname collate "C", oprleft::int8, oprright::int8;
\o functions.txt
-- name kind(f,w,a,p) flags(s: set, v: variadic, -) defaults result arguments...
select proname, prokind, case when proretset then 's' else '' end || case when provariadic <> 0 then 'v' else '' end || case when not proretset and provariadic = 0 then '-' else '' end,
  pronargdefaults, prorettype, replace(proargtypes::text, ' ', ',')
from pg_proc p
where pronamespace = 'pg_catalog'::regnamespace
  and not (proargtypes::oid[] && array['internal'::regtype::oid, 'cstring'::regtype::oid, 'table_am_handler'::regtype::oid, 'index_am_handler'::regtype::oid])
  and prorettype not in ('internal'::regtype, 'trigger'::regtype, 'event_trigger'::regtype, 'cstring'::regtype)
  and proname not like 'binary\_upgrade%'
order by proname collate "C", pronargs, proargtypes::text collate "C";
\o
