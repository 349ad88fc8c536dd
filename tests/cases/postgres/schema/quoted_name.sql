-- current

-- desired
CREATE SCHEMA "My App";
CREATE TABLE "My App"."Order" (a integer);
COMMENT ON TABLE "My App"."Order" IS 'x';

-- plan
BEGIN;

CREATE SCHEMA "My App";

CREATE TABLE "My App"."Order" (
    a integer
);

COMMENT ON TABLE "My App"."Order" IS 'x';

COMMIT;
