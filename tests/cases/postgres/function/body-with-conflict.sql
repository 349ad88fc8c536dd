-- needs
version 14
-- current
CREATE TABLE c (k integer, t text, PRIMARY KEY (k, t));
-- desired
CREATE TABLE c (k integer, t text, PRIMARY KEY (k, t));
CREATE UNIQUE INDEX ci ON c (k, lower(t) COLLATE "C") WHERE k > 0;
CREATE FUNCTION f(i integer) RETURNS void LANGUAGE sql
BEGIN ATOMIC
    INSERT INTO c VALUES (i, 'a') ON CONFLICT (k, t) DO NOTHING;
    INSERT INTO c AS d VALUES (i, 'a') ON CONFLICT (k, lower(t) COLLATE "C") WHERE k > 0
        DO UPDATE SET k = d.k + excluded.k WHERE d.k > 1;
END;

-- plan
BEGIN;

-- careful: fails if rows of table c are equal in the index's key
CREATE UNIQUE INDEX ci ON c (k, lower(t) COLLATE "C") WHERE k > 0;

CREATE FUNCTION f(i integer) RETURNS void
    LANGUAGE sql
    BEGIN ATOMIC
    INSERT INTO c VALUES (i, 'a') ON CONFLICT (k, t) DO NOTHING;
    INSERT INTO c AS d VALUES (i, 'a') ON CONFLICT (k, lower(t) COLLATE "C") WHERE k > 0
        DO UPDATE SET k = d.k + excluded.k WHERE d.k > 1;
END;

COMMIT;
