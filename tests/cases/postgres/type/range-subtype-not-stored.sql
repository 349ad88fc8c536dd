-- current
CREATE TYPE r AS RANGE (subtype = int);

-- desired
CREATE TYPE r AS RANGE (subtype = numeric);

-- plan
BEGIN;

DROP TYPE r;

CREATE TYPE r AS RANGE (SUBTYPE = numeric);

COMMIT;
