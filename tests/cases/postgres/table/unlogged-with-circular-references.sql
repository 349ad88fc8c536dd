-- current
CREATE TABLE z (id integer PRIMARY KEY, o integer);
CREATE TABLE b (id integer PRIMARY KEY, a integer REFERENCES z);
CREATE TABLE m1 (id integer PRIMARY KEY, o integer);
CREATE TABLE m2 (id integer PRIMARY KEY, o integer REFERENCES m1);
ALTER TABLE m1 ADD CONSTRAINT c FOREIGN KEY (o) REFERENCES m2;
-- rows
INSERT INTO z VALUES (1); INSERT INTO b VALUES (1,1);
-- desired
CREATE UNLOGGED TABLE z (id integer PRIMARY KEY, o integer);
CREATE UNLOGGED TABLE b (id integer PRIMARY KEY, a integer REFERENCES z);
CREATE UNLOGGED TABLE m1 (id integer PRIMARY KEY, o integer);
CREATE UNLOGGED TABLE m2 (id integer PRIMARY KEY, o integer REFERENCES m1);
ALTER TABLE m1 ADD CONSTRAINT c FOREIGN KEY (o) REFERENCES m2;

-- plan
BEGIN;

-- rewrites table b
ALTER TABLE b SET UNLOGGED;

ALTER TABLE m1 DROP CONSTRAINT c;

ALTER TABLE m2 DROP CONSTRAINT m2_o_fkey;

-- rewrites table m1
ALTER TABLE m1 SET UNLOGGED;

-- rewrites table m2
ALTER TABLE m2 SET UNLOGGED;

-- careful: fails if rows of table m1 refer to nothing
ALTER TABLE m1 ADD CONSTRAINT c FOREIGN KEY (o) REFERENCES m2 (id);

-- careful: fails if rows of table m2 refer to nothing
ALTER TABLE m2 ADD CONSTRAINT m2_o_fkey FOREIGN KEY (o) REFERENCES m1 (id);

-- rewrites table z
ALTER TABLE z SET UNLOGGED;

COMMIT;
