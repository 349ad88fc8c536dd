-- current
CREATE EXTENSION citext;

-- desired
CREATE EXTENSION citext;
CREATE TABLE t (a citext, b citext[] DEFAULT '{}');

-- needs
extension citext

-- plan
CREATE TABLE t (
    a citext,
    b citext[] DEFAULT '{}'
);
