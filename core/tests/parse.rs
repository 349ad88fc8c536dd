//! `parse/*.sql`: statements, and after `-- is` what is understood of them. `UPDATE=1` rewrites what follows `-- is`.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

#[path = "support/compact.rs"]
mod compact;

use schemasync_core::{parse, source::Source};
use std::path::Path;

const MARK: &str = "-- is\n";

#[test]
fn statements_are_understood() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parse");
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    let mut failed = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let (sql, expected) = text.split_once(MARK).unwrap_or((&text, ""));
        let got = understood(sql);
        if std::env::var_os("UPDATE").is_some() {
            let sql = sql.trim_end();
            std::fs::write(&file, format!("{sql}\n\n{MARK}{got}")).unwrap();
        } else if got != expected {
            eprintln!("{}", pretty_assertions::StrComparison::new(expected, &got));
            failed.push(file);
        }
    }
    assert!(failed.is_empty(), "not as expected: {failed:?}");
}

fn understood(sql: &str) -> String {
    let sources = [Source::new("file.sql", sql)];
    let parsed = parse(&sources);
    let mut out = String::new();
    for diagnostic in &parsed.diagnostics {
        for line in diagnostic.render(&sources).lines() {
            out += &format!("-- ! {line}\n");
        }
    }
    for line in compact::compact(&parsed.schema, true) {
        out += &format!("-- {}\n", line.replace('\n', " "));
    }
    out
}
