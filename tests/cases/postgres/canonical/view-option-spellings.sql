-- The options mean the same; the server keeps the words.
-- current
CREATE VIEW v WITH (security_invoker = on, security_barrier = 0) AS SELECT 1 AS a;
-- desired
CREATE VIEW v WITH (security_invoker = true) AS SELECT 1 AS a;
-- allow
dump

-- needs
version 15

-- plan
