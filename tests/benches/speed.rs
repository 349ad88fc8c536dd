//! How fast and how large: parsing, comparing, and the floor under both, which is sqlparser's tokenizer alone.
//!
//! `cargo bench` prints a table; nothing here passes or fails. Memory is that of a process of its own, at its peak.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use schemasync_core::comparison::Comparison;
use schemasync_core::options::Options;
use schemasync_core::pair::Pair;
use schemasync_core::report;
use schemasync_core::side::{Limits, Side};
use schemasync_core::source::Source;
use schemasync_tests::generate::sized;
use schemasync_tests::{engine, realworld};
use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::tokenizer::Tokenizer;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The argument by which this program tells its children what to measure.
const CHILD: &str = "--measure";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == CHILD) {
        let text = std::fs::read_to_string(&arguments[at + 1]).expect("the file to measure");
        println!("{}", self_diff(&text).as_secs_f64());
        println!("{}", peak_memory());
        return;
    }
    println!(
        "{:<14} {:>6} {:>10} {:>12} {:>10} {:>8} {:>8} {:>11} {:>8}",
        "schema", "MB", "parse MB/s", "of tokenizer", "self-diff", "growth", "peak MB", "real plan", "growth"
    );
    let mut before = None;
    for tables in [100, 1_000, 10_000] {
        let text = sized(tables);
        let took = row(&format!("{tables} tables"), &text, before);
        before = Some(took);
    }
    let real = realworld::schemas();
    match real.first() {
        Some(real) => _ = row(&real.name, &real.text, None),
        None => {
            println!("no real schema: there is no ../shared/realworld, and SCHEMASYNC_REALWORLD names none")
        }
    }
    println!(
        "\n{:<14} {:>10} {:>10} {:>6}   two texts to a JSON plan",
        "schema", "native", "in Node", "ratio"
    );
    in_node("1000 tables", &sized(1_000));
    if let Some(real) = real.first() {
        in_node(&real.name, &real.text);
    }
}

/// Measures the npm package in Node beside this process, on the same two texts.
fn in_node(name: &str, text: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let built = Command::new(folder.join("../host-wasm/build")).status().expect("the build script");
    assert!(built.success(), "the npm package cannot be built");
    let texts = [text.to_owned(), changed(text)];
    let files = ["current", "desired"]
        .map(|side| std::env::temp_dir().join(format!("schemasync-bench-{}-{side}.sql", std::process::id())));
    files.iter().zip(&texts).for_each(|(file, text)| std::fs::write(file, text).expect("a temporary file"));
    let output = Command::new("node").arg(folder.join("wasm/bench.mjs")).args(&files).output().expect("Node");
    files.iter().for_each(|file| drop(std::fs::remove_file(file)));
    let said = String::from_utf8_lossy(&output.stdout);
    let Ok(node) = said.trim().parse::<f64>() else {
        panic!("{name}: {}", String::from_utf8_lossy(&output.stderr))
    };
    let native = best(|| drop(json_plan(&texts))).as_secs_f64();
    let ratio = node / native;
    println!("{name:<14} {:>8.1}ms {:>8.1}ms {ratio:>5.2}x", native * 1e3, node * 1e3);
}

/// What `schemasync diff --format json` does.
fn json_plan(texts: &[String; 2]) -> String {
    let side = |text: &String| Side::of_ddl(&[Source::new("a.sql", text.as_str())], &Limits::default());
    let sides = Pair::new(side(&texts[0]), side(&texts[1]));
    let compared = Comparison::new(sides.as_ref(), &[], Options::default(), false).expect("a plan");
    report::json(&compared.with_fingerprints(sides.as_ref()).report())
}

/// The same schema, every table a little different.
fn changed(text: &str) -> String {
    text.replace("DEFAULT 0", "DEFAULT 1").replace("t.amount > 10", "t.amount > 11")
}

/// The times of a comparison: of a schema with itself, and with one in which every table is changed.
type Times = (Duration, Duration);

/// Measures one schema and prints its line.
fn row(name: &str, text: &str, before: Option<Times>) -> Times {
    let megabytes = text.len() as f64 / 1e6;
    let floor = best(|| drop(Tokenizer::new(&PostgreSqlDialect {}, text).tokenize().expect("tokens")));
    let sources = [Source::new(name, text)];
    let parse = best(|| drop(schemasync_core::parse(&sources)));
    let (took, memory) = child(name, text);
    let changed = changed(text);
    let started = Instant::now();
    let plan = engine::diff(text, &changed, &[]).unwrap_or_else(|error| panic!("{error}"));
    let planned = started.elapsed();
    assert!(!plan.trim().is_empty(), "{name}: nothing was changed");
    let growth = |now: Duration, before: Option<Duration>| {
        before.map_or("".into(), |before| format!("{:.1}x", now.as_secs_f64() / before.as_secs_f64()))
    };
    println!(
        "{name:<14} {megabytes:>6.2} {:>10.1} {:>11.1}x {:>8.1}ms {:>8} {memory:>8.0} {:>9.1}ms {:>8}",
        megabytes / parse.as_secs_f64(),
        parse.as_secs_f64() / floor.as_secs_f64(),
        took.as_secs_f64() * 1e3,
        growth(took, before.map(|before| before.0)),
        planned.as_secs_f64() * 1e3,
        growth(planned, before.map(|before| before.1)),
    );
    (took, planned)
}

/// The shortest of some runs, for about a second.
fn best(mut work: impl FnMut()) -> Duration {
    let started = Instant::now();
    let mut best = Duration::MAX;
    while best == Duration::MAX || started.elapsed() < Duration::from_secs(1) {
        let run = Instant::now();
        work();
        best = best.min(run.elapsed());
    }
    best
}

fn self_diff(text: &str) -> Duration {
    let run = || {
        let plan = engine::diff(text, text, &[]).unwrap_or_else(|error| panic!("{error}"));
        assert!(plan.trim().is_empty(), "it differs from itself");
    };
    // Memory is measured along: one run more shows what a run keeps.
    best(run)
}

/// The same in a process of its own: time and peak memory in MB.
fn child(name: &str, text: &str) -> (Duration, f64) {
    let file: PathBuf = std::env::temp_dir().join(format!("schemasync-bench-{}.sql", std::process::id()));
    std::fs::write(&file, text).expect("a temporary file");
    let output = Command::new(std::env::current_exe().expect("this program")).arg(CHILD).arg(&file).output();
    drop(std::fs::remove_file(&file));
    let output = output.expect("this program runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = said.lines().filter_map(|line| line.parse().ok()).collect();
    match numbers.as_slice() {
        [seconds, memory] => (Duration::from_secs_f64(*seconds), *memory),
        _ => panic!("{name}: {}", String::from_utf8_lossy(&output.stderr)),
    }
}

/// The most memory this process ever had, in MB.
fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(f64::NAN) / 1024.0
}
