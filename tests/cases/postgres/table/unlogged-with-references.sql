-- current
CREATE TABLE a (id integer PRIMARY KEY);
CREATE TABLE b (id integer PRIMARY KEY, a integer REFERENCES a);
CREATE TABLE c (id integer PRIMARY KEY, b integer REFERENCES b);
CREATE UNLOGGED TABLE d (id integer PRIMARY KEY);
CREATE UNLOGGED TABLE e (id integer PRIMARY KEY, d integer REFERENCES d, e integer REFERENCES e);
-- rows
INSERT INTO a VALUES (1); INSERT INTO b VALUES (1,1); INSERT INTO c VALUES (1,1); INSERT INTO d VALUES (1); INSERT INTO e VALUES (1,1,1);
-- desired
CREATE UNLOGGED TABLE a (id integer PRIMARY KEY);
CREATE UNLOGGED TABLE b (id integer PRIMARY KEY, a integer REFERENCES a);
CREATE UNLOGGED TABLE c (id integer PRIMARY KEY, b integer REFERENCES b);
CREATE TABLE d (id integer PRIMARY KEY);
CREATE TABLE e (id integer PRIMARY KEY, d integer REFERENCES d, e integer REFERENCES e);

-- plan
BEGIN;

-- rewrites table c
ALTER TABLE c SET UNLOGGED;

-- rewrites table b
ALTER TABLE b SET UNLOGGED;

-- rewrites table a
ALTER TABLE a SET UNLOGGED;

-- rewrites table d
ALTER TABLE d SET LOGGED;

-- rewrites table e
ALTER TABLE e SET LOGGED;

COMMIT;
