-- As PostgreSQL prints it.

CREATE TABLE people (
    id   integer PRIMARY KEY,
    name text NOT NULL
);

CREATE VIEW cards AS
 SELECT JSON_OBJECT('id' : id, 'name' : name RETURNING json) AS card
   FROM people;
