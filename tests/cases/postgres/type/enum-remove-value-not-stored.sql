-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');

-- desired
CREATE TYPE mood AS ENUM ('sad', 'happy');

-- plan
BEGIN;

ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('sad', 'happy');

DROP TYPE mood_old;

COMMIT;
