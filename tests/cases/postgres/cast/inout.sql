-- current
CREATE TYPE m AS ENUM ('a', 'b');

-- desired
CREATE TYPE m AS ENUM ('a', 'b');
CREATE CAST (varchar AS m) WITH INOUT AS IMPLICIT;

-- plan
CREATE CAST (character varying AS m) WITH INOUT AS IMPLICIT;
