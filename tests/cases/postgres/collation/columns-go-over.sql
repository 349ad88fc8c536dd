-- current
create collation de (provider = icu, locale = 'de-DE');
create collation ci (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
comment on collation ci is 'case';
create table t (a text collate de not null default 'x', b varchar(10) collate ci unique, c text collate ci, d text collate ci);
create index i1 on t (a); create index i2 on t (d collate ci desc, c);
create index i3 on t (lower(a));
create view v as select a, b collate ci as bb from t where c = 'x';
create table u (b varchar(10) collate ci references t (b));
create domain dd as text collate "C";
create table gone (x text collate de);
-- rows
insert into t values ('a','b');
-- desired
create collation de (provider = icu, locale = 'de-AT');
create collation ci (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
comment on collation ci is 'case';
create table t (a text collate de not null default 'x', b varchar(10) collate ci unique, c varchar(40) collate ci, d text, e text collate de);
create index i1 on t (a); create index i2 on t (d collate ci desc, c);
create index i3 on t (lower(a));
create view v as select a, b collate ci as bb from t where c = 'x';
create table u (b varchar(10) collate ci references t (b));
create domain dd as text collate "C";

-- plan
BEGIN;

DROP INDEX i2;

ALTER TABLE t ALTER COLUMN d TYPE text;

ALTER TABLE u DROP CONSTRAINT u_b_fkey;

DROP VIEW v;

ALTER COLLATION ci RENAME TO ci_old;

CREATE COLLATION ci (provider = icu, locale = 'und-u-ks-level1', deterministic = false);

COMMENT ON COLLATION ci IS 'case';

ALTER TABLE t
    ALTER COLUMN b TYPE character varying(10) COLLATE ci,
    ALTER COLUMN c TYPE text COLLATE ci;

ALTER TABLE u ALTER COLUMN b TYPE character varying(10) COLLATE ci;

DROP COLLATION ci_old;

DROP INDEX i3;

-- destroys data: all rows of table gone
DROP TABLE gone;

ALTER COLLATION de RENAME TO de_old;

CREATE COLLATION de (provider = icu, locale = 'de-AT');

-- careful: fails if a value does not fit character varying(40)
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN a TYPE text COLLATE de,
    ALTER COLUMN c TYPE character varying(40) COLLATE ci;

DROP COLLATION de_old;

ALTER TABLE t ADD COLUMN e text COLLATE de;

CREATE INDEX i2 ON t (d COLLATE ci DESC, c);

CREATE INDEX i3 ON t (lower(a));

-- careful: fails if rows of table u refer to nothing
ALTER TABLE u ADD CONSTRAINT u_b_fkey FOREIGN KEY (b) REFERENCES t (b);

CREATE VIEW v AS
select a, b collate ci as bb from t where c = 'x';

COMMIT;
