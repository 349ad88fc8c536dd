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

