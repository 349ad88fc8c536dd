-- current
CREATE TABLE "My Table" ("select" int, "Weird ""name" text);

-- desired
CREATE TABLE "My Table" ("select" bigint, "Weird ""name" text NOT NULL DEFAULT 'it''s', "user" int);

-- plan
-- careful: fails if rows of table My Table have no Weird "name
-- rewrites table My Table
ALTER TABLE "My Table"
    ALTER COLUMN "select" TYPE bigint,
    ALTER COLUMN "Weird ""name" SET NOT NULL,
    ALTER COLUMN "Weird ""name" SET DEFAULT 'it''s',
    ADD COLUMN "user" integer;
