-- As somebody writes it. The text alone does not tell whether it means the same: PostgreSQL does, when you prove it.

CREATE TABLE people (
    id   integer PRIMARY KEY,
    name text NOT NULL
);

CREATE VIEW cards AS
SELECT json_object('id' VALUE id, 'name' VALUE name) AS card FROM people;
