-- current
CREATE TYPE role_t AS ENUM ('owner','admin','member','guest');
CREATE TABLE users (id serial PRIMARY KEY, r role_t NOT NULL DEFAULT 'guest', hist role_t[] NOT NULL DEFAULT ARRAY['guest']::role_t[], label text GENERATED ALWAYS AS (CASE r WHEN 'owner' THEN 'o' ELSE 'x' END) STORED, UNIQUE (id, r), EXCLUDE USING btree (r WITH =) WHERE (r = 'owner'));
CREATE TABLE perms (uid integer, r role_t, FOREIGN KEY (uid, r) REFERENCES users (id, r));
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON users USING (r <> 'owner'::role_t);
CREATE VIEW admins AS SELECT * FROM users WHERE r IN ('owner','admin');
CREATE VIEW over_admins AS SELECT a.id, a.r::text AS t FROM admins a;
GRANT SELECT ON admins TO role_a;
COMMENT ON VIEW admins IS 'admins';
CREATE RULE ru AS ON INSERT TO admins DO INSTEAD INSERT INTO users (r) VALUES (NEW.r);
CREATE FUNCTION is_admin(u users) RETURNS boolean LANGUAGE sql STABLE BEGIN ATOMIC SELECT (u).r = 'admin'; END;
CREATE PROCEDURE p_r(r role_t) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE CAST (text AS role_t) WITH INOUT AS ASSIGNMENT;
CREATE STATISTICS st (dependencies) ON id, r FROM users;
CREATE TYPE rr AS RANGE (subtype = role_t);
-- rows
INSERT INTO users (r, hist) VALUES ('owner', '{member,owner}'),('admin', '{}');
INSERT INTO perms VALUES (1, 'owner');
-- desired
CREATE TYPE role_t AS ENUM ('owner','member','admin');
CREATE TABLE users (id serial PRIMARY KEY, r role_t NOT NULL DEFAULT 'member', hist role_t[] NOT NULL DEFAULT ARRAY['member']::role_t[], label text GENERATED ALWAYS AS (CASE r WHEN 'owner' THEN 'o' ELSE 'y' END) STORED, UNIQUE (id, r), EXCLUDE USING btree (r WITH =) WHERE (r = 'owner'));
CREATE TABLE perms (uid integer, r role_t, FOREIGN KEY (uid, r) REFERENCES users (id, r));
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON users USING (r <> 'owner'::role_t);
CREATE VIEW admins AS SELECT * FROM users WHERE r IN ('owner','admin');
CREATE VIEW over_admins AS SELECT a.id, a.r::text AS t FROM admins a;
GRANT SELECT ON admins TO role_a;
COMMENT ON VIEW admins IS 'admins';
CREATE RULE ru AS ON INSERT TO admins DO INSTEAD INSERT INTO users (r) VALUES (NEW.r);
CREATE FUNCTION is_admin(u users) RETURNS boolean LANGUAGE sql STABLE BEGIN ATOMIC SELECT (u).r = 'admin'; END;
CREATE PROCEDURE p_r(r role_t) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE CAST (text AS role_t) WITH INOUT AS ASSIGNMENT;
CREATE STATISTICS st (dependencies) ON id, r FROM users;
CREATE TYPE rr AS RANGE (subtype = role_t);

-- needs
version 14

-- plan
BEGIN;

ALTER TABLE perms DROP CONSTRAINT perms_uid_r_fkey;

DROP VIEW over_admins;

DROP VIEW admins;

ALTER TABLE users
    DROP COLUMN label,
    DROP CONSTRAINT users_r_excl;

-- careful: rows become visible or invisible to others
DROP POLICY p ON users;

DROP CAST (text AS role_t);

DROP FUNCTION is_admin(users);

DROP PROCEDURE p_r(role_t);

DROP STATISTICS st;

-- rewrites table perms
ALTER TABLE perms ALTER COLUMN r TYPE text USING r::text;

-- rewrites table users
ALTER TABLE users
    ALTER COLUMN hist DROP DEFAULT,
    ALTER COLUMN hist TYPE text[] USING hist::text[],
    ALTER COLUMN r DROP DEFAULT,
    ALTER COLUMN r TYPE text USING r::text;

DROP TYPE rr;

DROP TYPE role_t;

CREATE TYPE role_t AS ENUM ('owner', 'member', 'admin');

CREATE TYPE rr AS RANGE (SUBTYPE = role_t);

-- rewrites table perms
ALTER TABLE perms ALTER COLUMN r TYPE role_t USING r::role_t;

-- careful: fails if rows of table users do not satisfy it
-- rewrites table users
ALTER TABLE users
    ALTER COLUMN hist TYPE role_t[] USING hist::role_t[],
    ALTER COLUMN r TYPE role_t USING r::role_t,
    ALTER COLUMN r SET DEFAULT 'member',
    ALTER COLUMN hist SET DEFAULT ARRAY['member']::role_t[],
    ADD COLUMN label text GENERATED ALWAYS AS (CASE r WHEN 'owner' THEN 'o' ELSE 'y' END) STORED,
    ADD CONSTRAINT users_r_excl EXCLUDE (r WITH =) WHERE (r = 'owner');

-- careful: fails if rows of table perms refer to nothing
ALTER TABLE perms ADD CONSTRAINT perms_uid_r_fkey FOREIGN KEY (uid, r) REFERENCES users (id, r);

CREATE STATISTICS st (dependencies) ON id, r FROM users;

CREATE FUNCTION is_admin(u users) RETURNS boolean
    LANGUAGE sql STABLE
    BEGIN ATOMIC SELECT (u).r = 'admin'; END;

CREATE PROCEDURE p_r(r role_t)
    LANGUAGE plpgsql
    AS $$ BEGIN NULL; END $$;

CREATE CAST (text AS role_t) WITH INOUT AS ASSIGNMENT;

CREATE VIEW admins AS
SELECT * FROM users WHERE r IN ('owner','admin');

COMMENT ON VIEW admins IS 'admins';

GRANT SELECT ON TABLE admins TO role_a;

CREATE VIEW over_admins AS
SELECT a.id, a.r::text AS t FROM admins a;

CREATE RULE ru AS
    ON INSERT TO admins
    DO INSTEAD INSERT INTO users (r) VALUES (NEW.r);

CREATE POLICY p ON users USING (r <> 'owner'::role_t);

COMMIT;
