//! What programs read keeps to the JSON Schemas in docs/schema/: plans there and back, and snapshots, of every case and
//! of the example.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use schemasync_core::model::{Kind, Schema};
use schemasync_core::options::Options;
use schemasync_core::pair::Pair;
use schemasync_core::plan_file::{self, Bound};
use schemasync_core::report::{self, Report};
use schemasync_core::scope::Scope;
use schemasync_core::source::Source;
use schemasync_core::{parse, plan, plan_back, snapshot};
use schemasync_tests::case::cases;
use schemasync_tests::json_schema::faults;
use serde_json::Value;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn published(name: &str) -> Value {
    let text = std::fs::read_to_string(root().join("docs/schema").join(name)).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[track_caller]
fn check(published: &Value, what: &str, text: &str) {
    let faults = faults(&serde_json::from_str(text).unwrap(), published);
    assert!(faults.is_empty(), "{what}:\n{}\n{text}", faults.join("\n"));
}

/// Names with the two sides of what is compared.
fn pairs() -> Vec<(String, Pair<Schema>)> {
    let schema = |text: &str| parse(&[Source::new("a.sql", text)]).schema;
    let shop = |side: &str| std::fs::read_to_string(root().join("examples/shop").join(side)).unwrap();
    let shop = Pair::new(shop("current.sql"), shop("desired.sql")).map(|text| schema(&text));
    let cases = cases("postgres");
    let cases = cases.iter().map(|case| {
        let sides = Pair::new(case.section("current"), case.section("desired"));
        (case.name.clone(), sides.map(schema))
    });
    std::iter::once(("shop".to_owned(), shop)).chain(cases).collect()
}

#[test]
fn plans_keep_to_their_schema() {
    let published = published("plan.schema.json");
    let left_out = ["a.sql:1:1: this statement is not understood".to_owned()];
    let options = Options::default();
    for (name, pair) in pairs() {
        let sides = pair.as_ref();
        let (there, back) = (plan(sides, &options), plan_back(sides, &options));
        let fingerprints = sides.map(snapshot::fingerprint);
        let report =
            Report { fingerprints: fingerprints.clone(), left_out: &left_out, ..Report::new(&there) };
        check(&published, &name, &report::json(&report));
        let scope = Scope { kinds: [Kind::Extension].into(), ..Scope::default() };
        let bound = Bound { tool: "test".into(), scope, ..Bound::default() };
        let held_back = Report { held_back: &there.changes, ..report };
        let saved = plan_file::write(&held_back, &bound, &pair.desired);
        check(&published, &format!("{name}, saved"), &saved);
        let file = plan_file::read(&Source::new("plan.json", saved)).unwrap();
        assert_eq!((file.plan.sql(), file.desired), (there.sql(), pair.desired.clone()), "{name}");
        let report = Report { fingerprints, back: true, ..Report::new(&back) };
        check(&published, &format!("{name}, the way back"), &report::json(&report));
    }
}

#[test]
fn snapshots_keep_to_their_schema_and_come_back() {
    let published = published("snapshot.schema.json");
    for (name, pair) in pairs() {
        for schema in [pair.current, pair.desired] {
            let text = snapshot::write(&schema);
            check(&published, &name, &text);
            let read = snapshot::read(&Source::new("a.json", text)).unwrap();
            pretty_assertions::assert_eq!(read, schema, "{name}");
        }
    }
}

#[test]
fn what_strays_is_told() {
    let published = published("snapshot.schema.json");
    let snapshot = |objects: &str| {
        let text = snapshot::write(&Schema::default()).replace("[\n  ]", objects);
        faults(&serde_json::from_str(&text).unwrap(), &published)
    };
    assert_eq!(snapshot("[]"), Vec::<String>::new());
    assert_eq!(snapshot(r#"[{"id":{"kind":"table","name":"t"},"table":{}}]"#), Vec::<String>::new());
    for wrong in [
        r#"{}"#,
        r#"[1]"#,
        r#"[{"id":{"kind":"tabel","name":"t"},"table":{}}]"#,
        r#"[{"id":{"kind":"table"},"table":{}}]"#,
        r#"[{"id":{"kind":"table","name":"t"},"table":{"unlogged":"yes"}}]"#,
        r#"[{"id":{"kind":"table","name":"t"},"table":{"colour":"red"}}]"#,
    ] {
        assert!(!snapshot(wrong).is_empty(), "{wrong}");
    }
}
