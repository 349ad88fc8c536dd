-- current
CREATE DOMAIN d AS int NOT NULL;

-- desired
CREATE DOMAIN d AS int;

-- plan
ALTER DOMAIN d DROP NOT NULL;
