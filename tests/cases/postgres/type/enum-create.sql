-- current


-- desired
CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s');

-- plan
CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s');
