-- current


-- desired
CREATE SCHEMA app;
CREATE SCHEMA "Other App";

-- plan
