-- current
CREATE TYPE mood AS ENUM ('sad', 'ok');

-- desired

-- plan
DROP TYPE mood;
