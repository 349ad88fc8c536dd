//! The rare kinds: what people write and what pg_dump writes come out as one canonical statement.

use schemasync_core::model::{Definition, Object};
use schemasync_core::{parse, source::Source};

/// The canonical statements of a text, with the clauses that are in no CREATE.
fn canonical(text: &str) -> String {
    let parsed = parse(&[Source::new("a.sql", text)]);
    assert!(parsed.diagnostics.is_empty(), "{text}\n{:?}", parsed.diagnostics);
    let one = |object: &Object| match object {
        Object::Definition(Definition { create, .. }) => Some(create.text.clone()),
        _ => None,
    };
    parsed.schema.objects.values().filter_map(one).collect::<Vec<_>>().join("; ")
}

fn check(rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        pretty_assertions::assert_eq!(canonical(text), *expected, "{text}");
        pretty_assertions::assert_eq!(canonical(expected), *expected, "again {expected}");
    }
}

#[test]
fn collations_and_conversions() {
    check(&[
        ("create collation \"C2\" (locale='C')", "CREATE COLLATION \"C2\" (provider = libc, locale = 'C')"),
        ("CREATE COLLATION c FROM \"de-x-icu\"", "CREATE COLLATION c (provider = icu, locale = 'de')"),
        (
            "CREATE COLLATION c (LC_CTYPE = 'x', lc_collate = \"x\", version = '1', deterministic = true)",
            "CREATE COLLATION c (provider = libc, locale = 'x')",
        ),
        (
            "create default conversion c for 'LATIN1' to 'UTF8' from pg_catalog.iso8859_1_to_utf8",
            "CREATE DEFAULT CONVERSION c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8",
        ),
    ]);
}

#[test]
fn operators() {
    check(&[
        (
            "CREATE OPERATOR public.=== (PROCEDURE = int4eq, rightarg = int4, leftarg = pg_catalog.int4, merges, COMMUTATOR = OPERATOR(public.===))",
            "CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = ===, MERGES)",
        ),
        (
            "CREATE OPERATOR CLASS c DEFAULT FOR TYPE int USING hash AS FUNCTION 1 hashint4(int4), OPERATOR 1 =, STORAGE int",
            "CREATE OPERATOR FAMILY c USING hash; CREATE OPERATOR CLASS c DEFAULT\n    FOR TYPE integer USING hash FAMILY c AS\n    OPERATOR 1 = (integer, integer),\n    FUNCTION 1 (integer, integer) hashint4(integer)",
        ),
        (
            "create cast (text as int) with inout as implicit",
            "CREATE CAST (text AS integer) WITH INOUT AS IMPLICIT",
        ),
    ]);
}

#[test]
fn publications_and_servers() {
    check(&[
        (
            "CREATE PUBLICATION p WITH (publish = 'truncate,insert,update,delete', publish_via_partition_root = off)",
            "CREATE PUBLICATION p",
        ),
        (
            "CREATE PUBLICATION p WITH (publish = 'delete, insert')",
            "CREATE PUBLICATION p WITH (publish = 'insert, delete')",
        ),
        (
            "CREATE FOREIGN DATA WRAPPER w NO HANDLER OPTIONS (b 'x', a 'y'); ALTER FOREIGN DATA WRAPPER w OPTIONS (SET b 'z', ADD c 'c', DROP a)",
            "CREATE FOREIGN DATA WRAPPER w OPTIONS (b 'z', c 'c')",
        ),
        (
            "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION b, a WITH (connect = false, slot_name = s, copy_data = off, binary)",
            "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION b, a WITH (connect = false, binary = true)",
        ),
    ]);
}
