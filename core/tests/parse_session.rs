//! Statements about sessions, schemas, extensions, comments, owners and privileges: text in, entries and messages out.

use schemasync_core::diagnostic::Diagnostic;
use schemasync_core::model::{Object, ObjectId};
use schemasync_core::{parse, source::Source};

/// One line an entry (`public` left out while nothing is said of it), then one line a diagnostic.
fn summary(text: &str) -> String {
    let parsed = parse(&[Source::new("a.sql", text)]);
    let entries =
        (parsed.schema.objects.iter()).filter(|(id, _)| id.to_string() != "schema public").map(entry);
    entries.chain(parsed.diagnostics.iter().map(message)).collect::<Vec<_>>().join("\n")
}

fn entry((id, object): (&ObjectId, &Object)) -> String {
    let privileges = |grant: &schemasync_core::model::Grant| {
        let one = |(name, option): (&String, &bool)| format!("{name}{}", if *option { "*" } else { "" });
        grant.privileges.iter().map(one).collect::<Vec<_>>().join(",")
    };
    match object {
        Object::Owner(value) | Object::Comment(value) | Object::SecurityLabel(value) => {
            format!("{id} = {value}")
        }
        Object::Grant(grant) => format!("{id} = {}", privileges(grant)),
        Object::DefaultPrivileges(found) => {
            format!("defaults {} {} {} = {}", id.schema, id.name, id.part, privileges(&found.grant))
        }
        Object::Extension(found) => format!("{id} {:?} {:?}", found.schema, found.version),
        _ => id.to_string(),
    }
}

fn message(diagnostic: &Diagnostic) -> String {
    format!("{:?} {}", diagnostic.level, diagnostic.message)
}

fn check(rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        pretty_assertions::assert_eq!(summary(text), *expected, "{text}");
    }
}

#[test]
fn the_session_makes_nothing() {
    check(&[
        (
            "SET statement_timeout = 0; SET client_encoding TO 'UTF8'; SET LOCAL x.y = 1; RESET ALL; SHOW x",
            "",
        ),
        ("BEGIN; SAVEPOINT a; RELEASE a; COMMIT; START TRANSACTION; END; ROLLBACK; ABORT;", ""),
        ("\\restrict abc\n\\connect x\nSELECT pg_catalog.setval('a', 1, true); SELECT setval('a', 1);", ""),
        ("SELECT 1; SELECT a, b FROM c; select version()", ""),
        (
            "SELECT create_hypertable('a', 'b')",
            "Warning SELECT create_hypertable() may change the schema: left out",
        ),
        ("CREATE DATABASE x; ALTER DATABASE x OWNER TO y; DROP DATABASE z; COMMENT ON DATABASE x IS 'c'", ""),
        (
            "CREATE ROLE a; GRANT a TO b; ALTER SYSTEM SET x = 1",
            "role a\n\
             Warning ALTER SYSTEM is about the whole cluster, not about a schema: left out",
        ),
        (
            "CREATE TEMP TABLE t (a int); DROP TABLE t; COMMENT ON TABLE t IS 'x'; GRANT SELECT ON t TO a",
            "Warning the temporary table t is no part of a schema: left out",
        ),
    ]);
}

#[test]
fn schemas_and_extensions() {
    check(&[
        ("CREATE SCHEMA a; CREATE SCHEMA IF NOT EXISTS a; CREATE SCHEMA IF NOT EXISTS public", "schema a"),
        ("CREATE SCHEMA AUTHORIZATION joe", "schema joe\nowner of schema joe = joe"),
        (
            "CREATE SCHEMA a AUTHORIZATION joe; ALTER SCHEMA a RENAME TO b",
            "schema b\nowner of schema b = joe",
        ),
        ("CREATE SCHEMA a; CREATE SCHEMA a", "schema a\nError schema a is created twice"),
        ("CREATE SCHEMA a; DROP SCHEMA a", ""),
        ("DROP SCHEMA a", "Warning there is no schema a to drop at this point"),
        ("DROP SCHEMA IF EXISTS a CASCADE; CREATE SCHEMA a; DROP SCHEMA IF EXISTS b, a CASCADE", ""),
        (
            "CREATE EXTENSION IF NOT EXISTS plpgsql WITH SCHEMA pg_catalog; COMMENT ON EXTENSION plpgsql IS 'x'",
            "",
        ),
        (
            "CREATE EXTENSION hstore SCHEMA public VERSION '1.8' CASCADE",
            "extension hstore Some(\"public\") Some(\"1.8\")",
        ),
        (
            "create extension \"uuid-ossp\"; alter extension \"uuid-ossp\" set schema a; alter extension \"uuid-ossp\" update to '2'",
            "extension uuid-ossp Some(\"a\") Some(\"2\")",
        ),
    ]);
}

#[test]
fn comments_and_owners() {
    check(&[
        ("COMMENT ON SCHEMA public IS 'a''b'", "comment on schema public = a'b"),
        ("COMMENT ON SCHEMA public IS 'a'; COMMENT ON SCHEMA public IS NULL", ""),
        ("COMMENT ON SCHEMA nope IS 'a'", "Error schema \"nope\" does not exist"),
        ("COMMENT ON SCHEMA a IS 'x'; CREATE SCHEMA a", "schema a\ncomment on schema a = x"),
        ("ALTER SCHEMA public OWNER TO joe", "owner of schema public = joe"),
        ("SET SESSION AUTHORIZATION joe; CREATE SCHEMA a; RESET ROLE", "schema a\nowner of schema a = joe"),
        ("SECURITY LABEL FOR x ON SCHEMA public IS 'y'", "security label of x on schema public = y"),
        (
            "CREATE EXTENSION pgcrypto; COMMENT ON FUNCTION armor(bytea) IS 'x'",
            "extension pgcrypto None None\nNote armor(bytea) is taken to belong to an extension: left out",
        ),
    ]);
}

#[test]
fn privileges() {
    check(&[
        (
            "GRANT ALL ON SCHEMA public TO a, GROUP b",
            "privileges of a on schema public = create,usage\nprivileges of b on schema public = create,usage",
        ),
        (
            "GRANT USAGE ON SCHEMA public TO a WITH GRANT OPTION; REVOKE GRANT OPTION FOR ALL ON SCHEMA public FROM a",
            "privileges of a on schema public = usage",
        ),
        ("REVOKE ALL ON SCHEMA public FROM PUBLIC", "privileges of public on schema public = "),
        ("REVOKE CREATE ON SCHEMA public FROM public", "privileges of public on schema public = usage"),
        (
            "ALTER SCHEMA public OWNER TO a; REVOKE CREATE ON SCHEMA public FROM a; ALTER SCHEMA public OWNER TO b",
            "owner of schema public = b\nprivileges of b on schema public = usage",
        ),
        (
            "ALTER DEFAULT PRIVILEGES FOR ROLE a IN SCHEMA s GRANT SELECT, INSERT ON TABLES TO b; ALTER DEFAULT PRIVILEGES FOR ROLE a REVOKE ALL ON FUNCTIONS FROM PUBLIC",
            "defaults  a functions public = \ndefaults s a tables b = insert,select",
        ),
        (
            "ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO b; CREATE SCHEMA s",
            "schema s\nprivileges of b on schema s = usage\ndefaults   schemas b = usage",
        ),
    ]);
}
