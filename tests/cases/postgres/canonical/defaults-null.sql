-- A default of NULL is none, unless a length or a domain stands between.
-- current
CREATE EXTENSION citext;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TABLE t (
    a mood DEFAULT NULL,
    b citext DEFAULT (NULL),
    c positive DEFAULT NULL,
    d mood[] DEFAULT NULL::mood[],
    e mood DEFAULT CAST(NULL AS mood),
    f varchar(10) DEFAULT NULL,
    g positive[] DEFAULT NULL
);
-- desired
CREATE EXTENSION citext;
CREATE TYPE mood AS ENUM ('ok', 'bad');
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TABLE t (
    a mood,
    b citext,
    c positive DEFAULT NULL::integer,
    d mood[],
    e mood,
    f varchar(10) DEFAULT NULL::character varying,
    g positive[]
);

-- plan
