-- oid, table, domain, name, expression, NO INHERIT, local, inherited, valid, enforced
SELECT ARRAY[c.oid::text, conrelid::text, contypid::text, conname::text, pg_get_expr(conbin, conrelid), connoinherit::text,
    conislocal::text, (coninhcount > 0)::text, convalidated::text,
    conenforced::text --@18
    'true' --@<18
    ]
FROM pg_constraint c
WHERE contype = 'c' AND (conrelid IN (SELECT oid FROM relation) OR contypid IN (SELECT oid FROM kind))
