-- current
CREATE DOMAIN d AS int DEFAULT 1;

-- desired
CREATE DOMAIN d AS int;

-- plan
ALTER DOMAIN d DROP DEFAULT;
