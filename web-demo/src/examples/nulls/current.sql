-- People sign up with an e-mail address; the rest came later.

CREATE TABLE accounts (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email      text NOT NULL UNIQUE,
    nickname   text,
    bio        varchar(200),
    country    char(2)
);

CREATE TABLE logins (
    account_id bigint NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    at         timestamptz NOT NULL DEFAULT now(),
    address    inet
);
