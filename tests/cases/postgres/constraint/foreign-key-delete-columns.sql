-- current
CREATE TABLE a (x int, y int, PRIMARY KEY (x, y));
CREATE TABLE b (x int, y int);

-- desired
CREATE TABLE a (x int, y int, PRIMARY KEY (x, y));
CREATE TABLE b (x int, y int, FOREIGN KEY (x, y) REFERENCES a MATCH FULL ON DELETE SET NULL);
CREATE TABLE c (x int, y int, FOREIGN KEY (x, y) REFERENCES a ON DELETE SET NULL (y));

-- needs
version 15

-- plan
BEGIN;

-- careful: fails if rows of table b refer to nothing
ALTER TABLE b ADD CONSTRAINT b_x_y_fkey FOREIGN KEY (x, y) REFERENCES a (x, y) MATCH FULL ON DELETE SET NULL;

CREATE TABLE c (
    x integer,
    y integer,
    FOREIGN KEY (x, y) REFERENCES a (x, y) ON DELETE SET NULL (y)
);

COMMIT;
