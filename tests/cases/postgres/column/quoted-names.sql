-- current
CREATE TABLE "My Table" ("select" int, "Weird ""name" text);

-- desired
CREATE TABLE "My Table" ("select" bigint, "Weird ""name" text NOT NULL DEFAULT 'it''s', "user" int);

-- plan
