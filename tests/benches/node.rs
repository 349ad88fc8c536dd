//! The npm package in Node beside the native engine, on the same two texts: `cargo bench --bench node` prints a table;
//! nothing here passes or fails. The package is built where it is not there yet.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use schemasync_core::comparison::Comparison;
use schemasync_core::options::Options;
use schemasync_core::pair::Pair;
use schemasync_core::report;
use schemasync_core::side::{Limits, Side};
use schemasync_core::source::Source;
use schemasync_tests::generate::{all_changed, sized};
use schemasync_tests::measure::{best, line};
use schemasync_tests::realworld;
use std::path::Path;
use std::process::Command;

const WIDTHS: &[usize] = &[14, 11, 11, 6];

fn main() {
    line(WIDTHS, &["to a JSON plan", "native", "in Node", "ratio"].map(str::to_owned));
    in_node("1000 tables", &sized(1_000));
    if let Some(real) = realworld::schemas().first() {
        in_node(&real.name, &real.text);
    }
}

/// Measures the npm package in Node beside this process, on the same two texts.
fn in_node(name: &str, text: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let built = Command::new(folder.join("../host-wasm/build")).status().expect("the build script");
    assert!(built.success(), "the npm package cannot be built");
    let texts = [text.to_owned(), all_changed(text)];
    let files = ["current", "desired"]
        .map(|side| std::env::temp_dir().join(format!("schemasync-bench-{}-{side}.sql", std::process::id())));
    files.iter().zip(&texts).for_each(|(file, text)| std::fs::write(file, text).expect("a temporary file"));
    let output = Command::new("node").arg(folder.join("wasm/bench.mjs")).args(&files).output().expect("Node");
    files.iter().for_each(|file| drop(std::fs::remove_file(file)));
    let said = String::from_utf8_lossy(&output.stdout);
    let Ok(node) = said.trim().parse::<f64>() else {
        panic!("{name}: {}", String::from_utf8_lossy(&output.stderr))
    };
    // As Node measures it: by the clock on the wall.
    let native = best(|| drop(json_plan(&texts))).wall.as_secs_f64();
    let cells = [
        format!("{:.1} ms", native * 1e3),
        format!("{:.1} ms", node * 1e3),
        format!("{:.2}x", node / native),
    ];
    line(WIDTHS, &[[name.to_owned()].as_slice(), &cells].concat());
}

/// What `schemasync diff --format json` does.
fn json_plan(texts: &[String; 2]) -> String {
    let side = |text: &String| Side::of_ddl(&[Source::new("a.sql", text.as_str())], &Limits::default());
    let sides = Pair::new(side(&texts[0]), side(&texts[1]));
    let compared = Comparison::new(sides.as_ref(), &[], Options::default(), false).expect("a plan");
    report::json(&compared.with_fingerprints(sides.as_ref()).report())
}
