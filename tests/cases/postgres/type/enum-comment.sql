-- current
CREATE TYPE mood AS ENUM ('sad', 'ok');
COMMENT ON TYPE mood IS 'a';

-- desired
CREATE TYPE mood AS ENUM ('sad', 'ok');
COMMENT ON TYPE mood IS 'b';

-- plan
COMMENT ON TYPE mood IS 'b';
