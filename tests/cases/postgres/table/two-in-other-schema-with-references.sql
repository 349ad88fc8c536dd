-- current
CREATE SCHEMA a;
CREATE TABLE a.x (id int PRIMARY KEY);

-- desired
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TABLE a.x (id int PRIMARY KEY, y_id int);
CREATE TABLE b.y (id int PRIMARY KEY, x_id int REFERENCES a.x);
ALTER TABLE a.x ADD FOREIGN KEY (y_id) REFERENCES b.y;

-- plan
BEGIN;

CREATE SCHEMA b;

ALTER TABLE a.x ADD COLUMN y_id integer;

CREATE TABLE b.y (
    id integer PRIMARY KEY,
    x_id integer REFERENCES a.x (id)
);

-- careful: fails if rows of table a.x refer to nothing
ALTER TABLE a.x ADD CONSTRAINT x_y_id_fkey FOREIGN KEY (y_id) REFERENCES b.y (id);

COMMIT;
