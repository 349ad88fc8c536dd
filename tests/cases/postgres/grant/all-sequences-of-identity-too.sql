-- current
CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY);
-- desired
CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY);
CREATE TABLE u (i serial, j integer GENERATED ALWAYS AS IDENTITY);
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO app_user;
-- options
manage grants

-- plan
BEGIN;

GRANT USAGE ON SEQUENCE t_id_seq TO app_user;

CREATE TABLE u (
    i serial,
    j integer GENERATED ALWAYS AS IDENTITY
);

GRANT USAGE ON SEQUENCE u_j_seq TO app_user;

GRANT USAGE ON SEQUENCE u_i_seq TO app_user;

COMMIT;
