select 1
select 1 as one, 'x', null, true, 1.5, -1
select * from a
select a.* from a, b
select *, x + 1 from a
select a.id, b.* from a join b on a.id = b.a_id
select * from a join b using (id)
select * from a left join b using (id, x)
select * from a right join b using (id)
select * from a full join b using (id)
select id, a.x from a full join b using (id)
select id from a full join b using (id) full join c using (id)
select * from a natural join b
select id, x from a natural left join c
select * from a cross join b
select * from a, b, c where a.id = b.id and b.id = c.id
select * from (a join b on a.id = b.id) join c on c.id = a.id
select * from a join (b join c on b.id = c.id) on a.id = b.a_id
select * from a join b join c on b.id = c.id on a.id = b.id
select j.id, j.w from (a join b using (id, x)) as j
select t.id, t.x from a as t where t.x > 1
select a1.id from a a1, a a2 where a1.id = a2.x
select id from a where exists (select 1 from a a2 where a2.id = a.x)
select id from a where exists (select from b where b.a_id = a.id)
select id from a where x in (select x from b)
select id from a where x not in (select a_id from b where w is not null)
select id from a where y in (select v from c)
select id from a where id = any (select a_id from b)
select id from a where id > all (select a_id from b)
select id from a where (id, x) in (select id, x from c)
select id from a where (id, x) = (select id, x from c limit 1)
select id, (select max(x) from b where a_id = a.id) from a
select id, (select w from b where b.a_id = a.id limit 1) as bw, array(select v from c where c.id = a.id order by v) vs from a
select id, exists (select 1 from b where b.id = a.id) from a
select count(*) from a
select count(*), sum(x), avg(z), min(y), max(id) from a
select count(distinct x), array_agg(y order by id desc), string_agg(distinct y, ',') from a
select string_agg(y, ', ' order by y nulls first) from a
select count(*) filter (where x > 1), sum(x) filter (where y = 'k') as s from a
select percentile_cont(0.5) within group (order by x) as med, mode() within group (order by y) from a
select x, count(*) from a group by x
select x as k, count(*) n from a group by k
select x, count(*) from a group by 1 having count(*) > 1 order by 2 desc, 1
select x % 2 as parity, sum(id) from a group by x % 2 order by parity
select x % 2 as parity, sum(id) from a group by 1 order by x % 2
select date_trunc('month', placed_at) as month, sum(total) from orders group by 1 order by 1
select date_trunc('month', placed_at)::date as month, count(*) from orders group by month
select x, y, sum(id) from a group by rollup (x, y)
select x, y, sum(id) from a group by cube (x, y)
select x, y, grouping(x, y), sum(id) from a group by grouping sets ((x, y), (x), ())
select x, y, sum(id) from a group by x, rollup (y, z), z
select x, y, sum(id) from a group by grouping sets (rollup (x, y), cube (y), z, (x)), z
select distinct x, y from a
select distinct on (x) x, y from a order by x, y desc
select distinct on (x % 3, y) id, y from a order by x % 3, y, id desc nulls last
select distinct customer_id from orders order by customer_id
select id from a order by x
select id, x from a order by x desc nulls last, id asc
select id as x from a order by x
select x as id, y from a order by id, y
select id from a order by lower(y), x + 1 desc
select id from a order by y collate "C"
select id from a limit 10
select id from a limit 10 offset 5
select id from a offset 3 rows fetch next 5 rows only
select id from a order by x fetch first 3 rows with ties
select id from a limit all
select id from a limit (select count(*) from b)
select id from a limit 1 + 2
select id from a for update
select id from a join b using (id) for update of a nowait
select id from a for no key update skip locked
select id from a union select id from b
select id from a union all select x from b
select x from a union select x from b union all select x from c
select id, y from a union select id, v from c
select id, 'x' as k from a union select id, w from b
select 'a' as k union select 'b'
select 1 as n union select 2.5
select null as n union select 1
select null as n, 'a' as b union all select id, y from a
select id from a intersect select id from b
select id from a except select id from b
select id from a union (select id from b except select id from c)
(select id from a union select id from b) intersect select id from c
(select id from a order by id limit 1) union all (select id from b order by id desc limit 1)
select id from a union select id from b order by id
select id as k, x from a union select id, x from b order by 2 desc, k limit 5
select id from a union select id from b intersect select id from c
select * from (select id from a union all select id from b) u
select u.id, count(*) from (select id from a union all select id from b) u group by u.id
values (1, 'a'), (2, 'b')
values (1), (2.5), (null)
select * from (values (1, 'a'), (2, 'b')) as v(n, s)
select v.column1 from (values (1), (2)) v
select n from (values (1), (2)) v(n) where n > 1
select v.n, v.d from (values (1, '2020-01-01'::date), (2, null)) as v(n, d)
with q as (select id, x from a) select * from q
with q as (select id, x from a where x > 1), r as (select id from q) select q.x from q join r using (id)
with q(k, l) as (select id, x from a) select k + l from q
with q as materialized (select id from a) select id from q
with q as not materialized (select id from a) select id from q as z
with recursive r as (select 1 as n union all select n + 1 from r where n < 10) select n from r
with recursive r(n) as (values (1) union all select n + 1 from r where n < 10) select sum(n) from r
with recursive tree as (select id, parent_id, name, 1 as depth, array[id] as path from categories where parent_id is null union all select c.id, c.parent_id, c.name, t.depth + 1, t.path || c.id from categories c join tree t on c.parent_id = t.id) select * from tree order by path
with recursive tree as (select id, parent_id, name::text as path from categories where parent_id is null union select c.id, c.parent_id, tree.path || ' > ' || c.name from categories c, tree where c.parent_id = tree.id) select id, path from tree
with recursive t(id, parent_id) as (select id, parent_id from categories union all select c.id, c.parent_id from categories c, t where c.parent_id = t.id) search depth first by id set ordercol select id, ordercol[1]::text from t
with q as (select 1 as one) select one from q union all select 2
select * from (with q as (select id from a) select id from q) s
with q as (select id from a) select id, (select count(*) from q q2 where q2.id < q.id) from q
select s.id from (select id, x from a where x > 1) s where s.id < 10
select s.* from (select a.id, b.w from a, b) s
select * from (select id k, x from a) as s(m)
select * from (select 1, 2) s(p, q)
select s.a, s.b from (select 1 as a, 'x' as b) s
select * from a, lateral (select * from b where b.a_id = a.id order by b.id limit 1) l
select a.id, l.w from a left join lateral (select w from b where b.a_id = a.id limit 1) l on true
select a.id, g from a, generate_series(1, a.x) g
select g.g from generate_series(1, 3) as g
select * from generate_series(1, 3)
select * from generate_series(1, 10, 2) as s(n)
select * from generate_series(1, 3) with ordinality
select n, i from generate_series(1, 3) with ordinality as t(n, i)
select d::date from generate_series('2020-01-01'::timestamp, '2020-02-01', '1 day') d
select generate_series(date '2020-01-01', date '2020-02-01', interval '1 day')::date as day
select * from unnest(array[1, 2], array['a', 'b']) as u(n, s)
select * from unnest(array[1, 2]) with ordinality as u(n, ord)
select c.id, t from customers c, unnest(c.tags) t
select c.id, t.tag, t.pos from customers c cross join lateral unnest(c.tags) with ordinality as t(tag, pos)
select * from pairs(3)
select k, p.v from pairs(3) p
select * from pairs(3) as p(n, m)
select * from rec() as r(i int, t text)
select r.i from rec() as r(i int, t varchar(10))
select * from people(100) where salary > 5
select p.name from people() p
select * from outs(1)
select * from f()
select * from f() as x
select * from rows from (generate_series(1, 2), unnest(array['a', 'b'])) as r(n, s)
select * from rows from (generate_series(1, 2), pairs(2)) with ordinality
select * from rows from (rec() as (i int, t text), f()) as r
select * from json_to_recordset('[{"a":1}]') as x(a int, b text)
select e.id, x.* from events e, json_to_record(e.payload) as x(a int, b text, c jsonb)
select p.id, kv.key, kv.value from products p, jsonb_each(p.attrs) kv
select p.id, k.key, k.value from products p cross join lateral jsonb_each_text(p.attrs) as k
select p.id, e from products p, jsonb_array_elements(p.attrs -> 'list') e
select p.id, e ->> 'name' as nm from products p, jsonb_array_elements(p.attrs -> 'list') as e
select p.id, x.value ->> 'k' from products p, jsonb_array_elements(p.attrs -> 'list') as x(value)
select * from current_date
select a from a
select row_to_json(a) from a
select row_to_json(t) from (select id, x from a) t
select to_jsonb(a.*) from a
select a.*::text from a
select count(a) from a
select (c.address).city, (address).street from customers c
select (address).* from customers
select (outs(1)).*
select (outs(id)).o2 from a
select c.tags[1], c.tags[1:2] from customers c
select array[x, id] from a
select array[[1, 2], [3, 4]]
select row(x, y), (id, x) from a
select x is null, y is not null, x = 1 is true from a
select case when x > 1 then 'big' when x = 1 then 'one' else 'small' end from a
select case x when 1 then 'a' when 2 then y end as c, case when true then 1 else 2.5 end from a
select coalesce(y, 'none'), coalesce(x, 0) + 1, nullif(y, ''), greatest(x, id, 3), least(z, 1) from a
select x::text, cast(x as bigint), y::varchar(10), z::int from a
select x || y, y || x, 'a' || 'b', y || 'k' from a
select lower(y), upper(name) from a, customers
select y like 'a%', y not ilike '%b', y similar to 'a|b', y ~ '^x' from a
select x between 1 and 10, x not between symmetric 5 and 1 from a
select substring(y from 2 for 3), substring(y, 2), position('a' in y), trim(y), trim(leading 'x' from y), overlay(y placing 'ab' from 1), left(y, 2) from a
select extract(year from placed_at), extract(epoch from shipped_at - placed_at), date_part('month', placed_at) from orders
select now() - interval '1 day', current_date - 7, placed_at + '1 hour'::interval, placed_at::date, age(placed_at) from orders
select placed_at at time zone 'UTC', created_at at time zone 'Europe/Berlin' from orders join customers on customers.id = customer_id
select current_user, session_user, current_timestamp, localtimestamp, current_date
select to_char(placed_at, 'YYYY-MM'), to_date('2020', 'YYYY'), round(total, 2), total::money, floor(total) from orders
select data -> 'a', data ->> 'b', data #> '{a,b}', data #>> '{a,b}', data @> '{"a":1}', data ? 'k', data ?| array['a', 'b'] from customers
select jsonb_build_object('id', id, 'name', name), json_agg(name), jsonb_agg(data) from customers group by id
select json_build_array(1, 'a', null), jsonb_object_agg(id, name) from customers
select status = 'paid', status in ('new', 'paid'), status::text from orders
select count(*) filter (where status = 'paid') as paid, count(*) filter (where status in ('new', 'cancelled')) from orders
select sum(case when status = 'paid' then total else 0 end) from orders
select row_number() over (), rank() over (order by x desc), sum(x) over (partition by y) from a
select lag(x) over w, lead(x, 1, 0) over w, first_value(x) over (w rows between unbounded preceding and current row) from a window w as (partition by y order by id)
select sum(x) over (order by id rows between 1 preceding and 1 following), sum(x) over (order by id range between unbounded preceding and unbounded following exclude ties) from a
select sum(x) over w, avg(x) over w2 from a window w as (partition by y), w2 as (w order by id desc)
select sum(z) over (order by id rows 2 preceding), ntile(4) over (order by z) from a
select count(*) over (partition by x, y order by id groups between 2 preceding and 3 following) from a
select sum(count(*)) over (order by x) from a group by x
select count(*) filter (where x > 1) over (partition by y) from a
select dept, name, salary, rank() over (partition by dept order by salary desc) as r, salary - avg(salary) over (partition by dept) as diff from employees
select * from (select name, row_number() over (partition by dept order by salary desc) rn from employees) t where rn <= 3
select e.name, b.name as boss from employees e left join employees b on b.id = e.boss_id
select c.name, count(o.id) as orders, coalesce(sum(o.total), 0) as revenue from customers c left join orders o on o.customer_id = c.id and o.status <> 'cancelled' where c.active group by c.id, c.name having count(o.id) > 0 order by revenue desc nulls last, c.name limit 100
select p.title, sum(oi.qty * oi.price * (1 - oi.discount)) as revenue from order_items oi join products p on p.id = oi.product_id join orders o on o.id = oi.order_id where o.placed_at >= '2020-01-01' and o.placed_at < '2021-01-01' and o.status in ('paid', 'shipped') group by p.id order by 2 desc
select country, date_trunc('week', created_at) w, count(*) from customers where country in ('DE', 'FR') and created_at > now() - interval '90 days' group by country, w
select o.id, (select count(*) from order_items i where i.order_id = o.id) as items, (select sum(qty) from order_items where order_id = o.id) from orders o
select o.*, c.name from orders o join customers c on c.id = o.customer_id
select id from orders where note is distinct from 'x' and (total, id) > (1, 2)
select id from orders where customer_id = any (array[1, 2, 3]) and not status = any ('{new,paid}')
select id from customers where name = 'x' and email like '%@%' and 'vip' = any (tags) and country <> 'US'
select id from customers where tags @> array['a'] and tags && '{b,c}' and array_length(tags, 1) > 1 and cardinality(tags) = 2
select payload ->> 'user' as usr, (payload ->> 'n')::int + 1, payload -> 'a' -> 0 from events
select f(), addone(1), addone(x), addone(i => x) from a
select c.oid, relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'public' and relkind in ('r', 'v')
select x from only a
select id from a tablesample bernoulli (10) repeatable (3)
select id from a tablesample system (0.5)
table a
select "a"."id" as "Select", x as "Mixed Case" from "a"
select id from cheap where price > 5
select cheap.*, p.sku from cheap join products p using (id)
select array_agg(distinct x order by x), array_agg((select 1)) from a
select (select array_agg(q.x) from (select x from a) q)
select concat(y, x, 'z'), concat_ws('-', y, x), format('%s-%s', y, x) from a
select x = 1 and y = 'a' or z > 1 and not x = 2 from a
select (x + 1) * 2 - id / 3 % 2, 2 ^ x from a
select bool_and(x > 1), every(x = 1), bit_or(x) from a
select 1 where exists (select 1)
select sum(x) from a where x is not null having sum(x) > 1
select regexp_replace(y, 'a', 'b', 'g'), split_part(y, ',', 1), md5(y), length(y), char_length(y), encode(y::bytea, 'hex') from a
select id from a where x = (select max(x) from a)
select id from a where x > (select avg(x) from a as inner_a where inner_a.y = a.y)
select q.n from (select count(*) n from a) q, (select count(*) n from b) r where q.n = r.n
select id, lag(id) over (order by id) as prev, id - lag(id, 1) over (order by id) as gap from a
select xs.id from a xs where (xs.id, xs.y) in (values (1, 'a'), (2, 'b'))
select id from a where id in (values (1), (2))
select t1.id from a t1 left join b t2 on t2.a_id = t1.id left join c t3 on t3.id = t2.id where t3.id is null
select ('{1,2}'::int[])[1], (array['a','b'])[2]
select x, sum(id) as total from a where y <> '' group by x order by sum(id) desc, total
select is_cycle from (select true as is_cycle) s
select a.id, b.id as bid, c.id as cid from a inner join b on (a.id = b.id) left outer join c on (c.id = a.id)
select txid_current(), version(), random() * 10
select e.kind, count(*) from events e where e.kind = any (array['a', 'b']::varchar[]) group by e.kind
select ctid, tableoid::regclass, xmin from a
select name || ' ' || dept as label, salary * 1.1, salary::int / 2, hired + 30, hired - current_date from employees
select date_trunc('day', at) at time zone 'utc' as d, extract(dow from at)::int, to_char(at, 'HH24') from events
select coalesce((select max(id) from b), 0) + 1 as next_id
select id from a where y is not null and y <> '' and coalesce(y, '') <> 'z' and y = any (string_to_array('a,b', ','))
select id from a where not exists (select 1 from b where b.a_id = a.id and b.w = a.y) and x <> all (array[1, 2])
select (now() at time zone 'utc')::date
select id, y as "y""q", x as select_ from a order by "y""q"
select t.y, t.cnt from (select y, count(*) as cnt from a group by y) t where t.cnt > 1 order by t.cnt desc
select c.name, o.total from customers c join lateral (select total from orders where customer_id = c.id order by placed_at desc limit 1) o on true
select (case when x > 0 then y else null end)::varchar(5), not x, x is unknown from (select x > 1 as x, y from a) s where x is not false
select min(placed_at)::date, max(placed_at) - min(placed_at), avg(total)::numeric(10,2), stddev(total), corr(total, total) from orders
select lpad(y, 5, '0'), repeat(y, 2), reverse(y), initcap(y), btrim(y, 'x'), translate(y, 'a', 'b'), ascii(y), chr(x), strpos(y, 'a'), replace(y, 'a', 'b'), starts_with(y, 'a') from a
select price * 2, weight * 2, weight + price::real, price / weight, price::float8 * 1.5 from products
select id, total > 100 as big, not (total > 5 or note is null), -total, +total, abs(total), total / 2, total % 3 from orders
select make_date(2020, 1, 1), make_interval(days => 3), date '2020-01-01' + 1, timestamp '2020-01-01 10:00', time '10:00', interval '1' day
select width_bucket(z, 0, 100, 10), trunc(z, 1), power(x, 2), sqrt(x), ln(z), mod(x, 2), ceil(z), sign(z), x # 3, x & 1, ~x, x << 2 from a
select qty * discount, qty / 2.0, qty::numeric / 3, line + 1, order_id + line, -qty from order_items
select nextval('seq') as n, currval('seq'::regclass)
select a, 24 as k, count(*) from (select x as a from a) s group by a, 2 order by 2, a
select id, 7 as k from a group by id, k order by k, id
select string_agg(name, ', ' order by name) from customers
select string_agg(distinct dept, ',' order by dept desc) from employees
select c.name, lower(c.name) l, length(email) from customers c where c.name in ('a', 'b') and c.email is not null and c.name || c.country <> 'x' order by l
select o.id from orders o where o.status in ('new', 'paid') and o.placed_at between '2020-01-01' and '2020-12-31 23:59:59' and (o.note is null or o.note = '')
select p.id, (p.attrs ->> 'size')::numeric as size, p.attrs #>> '{a,0}' as a0, p.attrs || '{"k": 1}' as merged, p.attrs - 'k' as less from products p where p.attrs ? 'size' and not p.attrs @> '{"hidden": true}'
select date_trunc('quarter', placed_at) as q, count(*) filter (where shipped_at is not null)::float / nullif(count(*), 0) as ratio from orders group by q having count(*) > 0
select to_char(placed_at, 'IYYY-IW') as week, sum(total) over (partition by date_trunc('month', placed_at) order by placed_at rows between unbounded preceding and current row) from orders
select e.id, e.name, m.name as manager, e.salary > m.salary as earns_more from employees e left join employees m on m.id = e.boss_id where e.hired >= current_date - interval '1 year'
select dept, avg(salary)::int, min(hired), max(salary) - min(salary) as spread, count(*) filter (where boss_id is null) from employees where dept is not null group by dept
select k, sum(v) from (select 'a' as k, 1 as v union all select 'b', 2) s group by k
select id, coalesce(data ->> 'x', data ->> 'y', 'none') as v, data -> 'list' -> 0 ->> 'z' as z from customers where (data ->> 'age')::int >= 18
select generate_series(1, 3) as n, unnest(array['a', 'b', 'c']) as s
select (array_agg(id order by placed_at desc))[1] as latest from orders group by customer_id
select i.product_id, rank() over (order by sum(i.qty) desc) as r from order_items i group by i.product_id
select id from orders where placed_at::date = any (select generate_series(current_date - 7, current_date, '1 day')::date)
select case when exists (select 1 from orders o where o.customer_id = c.id) then 'buyer' else 'visitor' end as kind, count(*) from customers c group by 1
select id, array(select distinct t from unnest(tags) t order by t) as sorted from customers
select x.id, x.n from (select id, row_number() over (partition by customer_id order by placed_at desc nulls last, id) as n from orders) x where x.n = 1
