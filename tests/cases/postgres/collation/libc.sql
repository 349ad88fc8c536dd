-- current

-- desired
CREATE COLLATION a (locale = 'C');
CREATE COLLATION b (lc_collate = 'C', lc_ctype = 'C');
CREATE COLLATION c FROM "C";

-- plan
BEGIN;

CREATE COLLATION a (provider = libc, locale = 'C');

CREATE COLLATION b (provider = libc, locale = 'C');

CREATE COLLATION c (provider = libc, locale = 'C');

COMMIT;
