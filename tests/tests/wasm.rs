//! The npm package in Node: built, then held against the native command on every case, byte for byte; its types, its
//! behaviour on bad input, its editor extensions. What runs in Node is in `tests/wasm/`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use schemasync_tests::case::{Case, cases};
use schemasync_tests::{engine, parallel};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

const FORMATS: [&str; 4] = ["sql", "json", "text", "markdown"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Runs a program in the project's folder; what it says, and whether all went well.
fn run(program: &str, arguments: &[&str]) -> (bool, String) {
    let output = Command::new(program).args(arguments).current_dir(root()).output();
    let output = output.unwrap_or_else(|error| panic!("{program} cannot be run: {error}"));
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    (output.status.success(), said.concat())
}

#[track_caller]
fn holds(program: &str, arguments: &[&str]) {
    let (well, said) = run(program, arguments);
    assert!(well, "{program} {}:\n{said}", arguments.join(" "));
    println!("{said}");
}

#[test]
fn the_package_does_what_the_command_does() {
    holds("host-wasm/build", &[]);
    let file = root().join("target/wasm-cases.json");
    let cases = parallel::map(&cases("postgres"), native);
    std::fs::write(&file, Value::from(cases).to_string()).unwrap();
    holds("node", &["tests/wasm/cases.mjs", "host-wasm/pkg", file.to_str().unwrap()]);
    holds("npm", &["ci", "--prefix", "tests/wasm", "--no-audit", "--no-fund", "--silent"]);
    holds("node", &["--test", "tests/wasm/"]);
}

/// A case with all that the native command says of it.
fn native(case: &Case) -> Value {
    let (current, desired) = (case.section("current"), case.section("desired"));
    let way = |extra: &[&str]| {
        let said = FORMATS.map(|format| {
            let more = ["--format", format].into_iter().chain(extra.iter().copied()).map(str::to_owned);
            let flags: Vec<String> = case.flags().into_iter().chain(more).collect();
            let said = engine::diff(current, desired, &flags);
            (format.to_owned(), Value::from(said.unwrap_or_else(|error| panic!("{}: {error}", case.name))))
        });
        Value::Object(said.into_iter().collect())
    };
    let inspect = |text| engine::inspect(text, &[]).unwrap_or_else(|error| panic!("{}: {error}", case.name));
    json!({
        "name": case.name, "current": current, "desired": desired, "options": options(case),
        "native": {
            "diff": way(&[]), "reverse": way(&["--reverse"]),
            "inspect": {"current": inspect(current), "desired": inspect(desired)},
        },
    })
}

/// The flags of a case as the package's options.
fn options(case: &Case) -> Value {
    let mut options = serde_json::Map::new();
    for line in case.lines("options") {
        match line.split_once(' ') {
            None => _ = options.insert(line.into(), true.into()),
            Some(("unsupported", value)) => _ = options.insert("unsupported".into(), value.trim().into()),
            Some((flag, value)) => {
                let list = options.entry(flag).or_insert_with(|| json!([]));
                list.as_array_mut().unwrap().extend(value.trim().split(',').map(Value::from));
            }
        }
    }
    Value::Object(options)
}
