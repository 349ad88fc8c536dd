-- current
CREATE TYPE mood AS ENUM ('b', 'e');
CREATE TABLE t (m mood);

-- desired
CREATE TYPE mood AS ENUM ('a', 'b', 'c', 'd', 'e', 'f');
CREATE TABLE t (m mood);

-- rows
INSERT INTO t VALUES ('e');

-- plan
BEGIN;

ALTER TYPE mood ADD VALUE 'a' BEFORE 'b';

ALTER TYPE mood ADD VALUE 'c' BEFORE 'e';

ALTER TYPE mood ADD VALUE 'd' BEFORE 'e';

ALTER TYPE mood ADD VALUE 'f';

COMMIT;
