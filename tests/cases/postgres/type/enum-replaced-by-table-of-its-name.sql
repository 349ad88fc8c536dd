-- current
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- desired
CREATE TABLE mood (name text PRIMARY KEY);

-- plan
BEGIN;

DROP TYPE mood;

CREATE TABLE mood (
    name text PRIMARY KEY
);

COMMIT;
