-- As people write it. Nothing differs.

CREATE TABLE tickets (
    id        serial PRIMARY KEY,
    title     varchar(200) NOT NULL,
    state     text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'held', 'closed')),
    price     decimal(10, 2) NOT NULL DEFAULT 0 CHECK (price >= 0 AND price < 1000),
    opened_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX tickets_title_idx ON tickets (lower(title));

CREATE VIEW open_tickets AS SELECT id, title FROM tickets WHERE state = 'open';
