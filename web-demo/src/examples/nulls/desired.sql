-- Every account is to have a country. Those who never said theirs stand in the way: prove it and see.

CREATE TABLE accounts (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email      text NOT NULL UNIQUE,
    nickname   text,
    bio        text,
    country    char(2) NOT NULL
);

CREATE TABLE logins (
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    at         timestamptz NOT NULL DEFAULT now(),
    address    inet
);

CREATE INDEX logins_account_id_at_idx ON logins (account_id, at DESC);
