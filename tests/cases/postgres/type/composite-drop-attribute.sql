-- current
CREATE TYPE pair AS (a int, b text, c date);

-- desired
CREATE TYPE pair AS (a int, c date);

-- plan
ALTER TYPE pair DROP ATTRIBUTE b;
