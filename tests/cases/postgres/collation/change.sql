-- current
CREATE COLLATION c (provider = icu, locale = 'de');

-- desired
CREATE COLLATION c (provider = icu, locale = 'fr');
COMMENT ON COLLATION c IS 'french';

-- plan
BEGIN;

DROP COLLATION c;

CREATE COLLATION c (provider = icu, locale = 'fr');

COMMENT ON COLLATION c IS 'french';

COMMIT;
