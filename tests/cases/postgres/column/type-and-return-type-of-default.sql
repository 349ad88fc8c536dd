-- current
create function current_tenant() returns integer language sql stable as $$ select current_setting('app.tenant')::int $$;
create table docs (id int, tenant_id int default current_tenant());
alter table docs enable row level security;
create policy tenant on docs using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create view my_docs as select * from docs where tenant_id = current_tenant();
-- desired
create function current_tenant() returns bigint language sql stable as $$ select current_setting('app.tenant')::bigint $$;
create table docs (id int, tenant_id bigint default current_tenant());
alter table docs enable row level security;
create policy tenant on docs using (tenant_id = current_tenant()) with check (tenant_id = current_tenant());
create view my_docs as select * from docs where tenant_id = current_tenant();

-- plan
BEGIN;

ALTER TABLE docs ALTER COLUMN tenant_id DROP DEFAULT;

-- careful: rows become visible or invisible to others
DROP POLICY tenant ON docs;

DROP VIEW my_docs;

-- rewrites table docs
ALTER TABLE docs ALTER COLUMN tenant_id TYPE bigint;

DROP FUNCTION current_tenant();

CREATE FUNCTION current_tenant() RETURNS bigint
    LANGUAGE sql STABLE
    AS $$ select current_setting('app.tenant')::bigint $$;

ALTER TABLE docs ALTER COLUMN tenant_id SET DEFAULT current_tenant();

CREATE VIEW my_docs AS
select * from docs where tenant_id = current_tenant();

CREATE POLICY tenant ON docs USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());

COMMIT;
