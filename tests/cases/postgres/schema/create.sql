-- current


-- desired
CREATE SCHEMA app;
CREATE SCHEMA "Other App";

-- plan
BEGIN;

CREATE SCHEMA "Other App";

CREATE SCHEMA app;

COMMIT;
