-- current
CREATE TABLE x (id int PRIMARY KEY);
CREATE TABLE e (id int NOT NULL, at date NOT NULL, x_id int REFERENCES x, n serial, m text DEFAULT 'd' CHECK (m <> ''), PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE e1 PARTITION OF e FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE e2 PARTITION OF e FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX e_m ON e (m);
CREATE INDEX e1_own ON e1 (n);
CREATE TABLE r (id int PRIMARY KEY, eid int, eat date, CONSTRAINT r_e FOREIGN KEY (eid, eat) REFERENCES e (id, at));
COMMENT ON CONSTRAINT r_e ON r IS 'why';
COMMENT ON COLUMN e.at IS 'when';
COMMENT ON INDEX e_m IS 'idx';
CREATE FUNCTION tg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON e FOR EACH ROW EXECUTE FUNCTION tg();
CREATE VIEW v AS SELECT * FROM e;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM e;
GRANT SELECT ON e TO role_a;
-- rows
INSERT INTO x VALUES (1);
INSERT INTO e VALUES (1, '2020-02-02', 1), (2, '2021-02-02', NULL);
INSERT INTO r VALUES (1, 1, '2020-02-02');
-- desired
CREATE TABLE x (id int PRIMARY KEY);
CREATE TABLE e (id int NOT NULL, at timestamptz NOT NULL, x_id int REFERENCES x, n serial, m text DEFAULT 'd' CHECK (m <> ''), PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE e1 PARTITION OF e FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE e2 PARTITION OF e FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE INDEX e_m ON e (m);
CREATE INDEX e1_own ON e1 (n);
CREATE TABLE r (id int PRIMARY KEY, eid int, eat timestamptz, CONSTRAINT r_e FOREIGN KEY (eid, eat) REFERENCES e (id, at));
COMMENT ON CONSTRAINT r_e ON r IS 'why';
COMMENT ON COLUMN e.at IS 'when';
COMMENT ON INDEX e_m IS 'idx';
CREATE FUNCTION tg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE UPDATE ON e FOR EACH ROW EXECUTE FUNCTION tg();
CREATE VIEW v AS SELECT * FROM e;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM e;
GRANT SELECT ON e TO role_a;

-- plan
BEGIN;

ALTER TABLE r DROP CONSTRAINT r_e;

ALTER TABLE e DETACH PARTITION e1;

ALTER TABLE e DETACH PARTITION e2;

ALTER SEQUENCE e_n_seq OWNED BY NONE;

DROP MATERIALIZED VIEW mv;

DROP VIEW v;

-- rewrites table e
DROP TABLE e;

-- careful: fails if rows of table e do not satisfy it
-- careful: fails if rows of table e are NULL or equal in the key
CREATE TABLE e (
    id integer NOT NULL,
    at timestamp with time zone NOT NULL,
    x_id integer,
    n integer NOT NULL DEFAULT nextval('public.e_n_seq'::regclass),
    m text DEFAULT 'd',
    PRIMARY KEY (id, at),
    CONSTRAINT e_m_check CHECK (m <> '')
) PARTITION BY RANGE (at);

GRANT SELECT ON TABLE e TO role_a;

COMMENT ON COLUMN e.at IS 'when';

CREATE INDEX e_m ON e (m);

COMMENT ON INDEX e_m IS 'idx';

ALTER SEQUENCE e_n_seq OWNED BY e.n;

-- rewrites table e1
ALTER TABLE e1 ALTER COLUMN at TYPE timestamp with time zone;

-- rewrites table e2
ALTER TABLE e2 ALTER COLUMN at TYPE timestamp with time zone;

-- rewrites table r
ALTER TABLE r ALTER COLUMN eat TYPE timestamp with time zone;

CREATE MATERIALIZED VIEW mv AS
SELECT * FROM e;

CREATE VIEW v AS
SELECT * FROM e;

CREATE TRIGGER tr
    BEFORE UPDATE ON e
    FOR EACH ROW
    EXECUTE FUNCTION tg();

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE e ATTACH PARTITION e1 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');

-- careful: fails if a row of the table is outside the partition's bounds
ALTER TABLE e ATTACH PARTITION e2 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');

-- careful: fails if rows of table r refer to nothing
ALTER TABLE r ADD CONSTRAINT r_e FOREIGN KEY (eid, eat) REFERENCES e (id, at);

COMMENT ON CONSTRAINT r_e ON r IS 'why';

ALTER TABLE e ADD CONSTRAINT e_x_id_fkey FOREIGN KEY (x_id) REFERENCES x (id);

REFRESH MATERIALIZED VIEW mv;

COMMIT;
