//! `plan`, `sync` and `check` as their users meet them: `tests/cli-live/*.txt` are sessions like those of `tests/cli/`, each
//! with a database of its own that `DATABASE_URL` names, made from what `--- database` says. `psql` is at hand.
//! `UPDATE=1` writes what comes back, `SESSION=name` picks some.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use schemasync_tests::server::{binaries, server};
use schemasync_tests::session::{check, program, sessions};
use std::process::Command;

#[test]
fn sessions_go_as_written() {
    let paths = sessions("cli-live");
    let program = program();
    assert!(!paths.is_empty(), "no session in tests/cli-live");
    let mut faults = Vec::new();
    for path in &paths {
        let database = server().database();
        let prepare = |sections: &[(String, String)], command: &mut Command| {
            for (_, sql) in sections.iter().filter(|(name, _)| name == "database") {
                database.script(sql).unwrap();
            }
            command
                .env("DATABASE_URL", database.url("postgres"))
                .env("PGCLIENTENCODING", "UTF8")
                .env("PSQL", format!("{} -X -q -A -t", binaries().join("psql").display()));
        };
        let tame = |text: String| tame(&text.replace(&format!("{} at ", database.name), "DATABASE at "));
        faults.extend(check(path, &program, &prepare, &tame));
    }
    println!("{} sessions", paths.len());
    assert!(faults.is_empty(), "{} faults:\n\n{}", faults.len(), faults.join("\n\n"));
}

/// Times, places and digests, which are never twice the same, as words.
fn tame(text: &str) -> String {
    let folder = server().folder().display().to_string();
    let mut out = String::new();
    for line in text.replace(&folder, "FOLDER").split_inclusive('\n') {
        let words: Vec<String> = line.split(' ').map(tame_word).collect();
        let mut line = words.join(" ");
        if let Some(at) = line.find(" s\n").or_else(|| line.find(" s.\n")) {
            let start = line[..at].rfind(' ').map_or(0, |at| at + 1);
            if line[start..at].parse::<f64>().is_ok() {
                line.replace_range(start..at, "TIME");
            }
        }
        out += &line;
    }
    out
}

fn tame_word(word: &str) -> String {
    match word.find("sha256:") {
        Some(at) if word.len() >= at + 71 => format!("{}DIGEST{}", &word[..at], &word[at + 71..]),
        _ => word.to_owned(),
    }
}
