-- current
CREATE DOMAIN d AS int CONSTRAINT positive CHECK (value > 0);

-- desired
CREATE DOMAIN d AS int;

-- plan
ALTER DOMAIN d DROP CONSTRAINT positive;
