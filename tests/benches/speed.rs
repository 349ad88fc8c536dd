//! How fast and how large: parsing, comparing, and the floor under both, which is sqlparser's tokenizer alone; then much of
//! one thing at a time, and what each costs when there are ten times as many.
//!
//! `cargo bench --bench speed` prints tables; nothing here passes or fails. Growth is that of the time at work, which
//! neighbours on the machine hardly change; memory is that of a process of its own, at its peak.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use schemasync_core::source::Source;
use schemasync_tests::generate::{SHAPES, Shape, all_changed, sized};
use schemasync_tests::measure::{Took, best, growth, line, peak_memory, shown};
use schemasync_tests::{engine, realworld};
use sqlparser::dialect::PostgreSqlDialect;
use sqlparser::tokenizer::Tokenizer;
use std::path::PathBuf;
use std::process::Command;

/// The argument by which this program tells its children what to measure.
const CHILD: &str = "--measure";

const SIZES: &[usize] = &[14, 6, 10, 12, 10, 10, 7, 8, 10, 7, 8];
const MANY: &[usize] = &[26, 9, 10, 10, 10, 8, 8];

/// That of the command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|argument| argument == CHILD) {
        let read = |at: usize| std::fs::read_to_string(&arguments[at]).expect("the file to measure");
        let (current, desired) = (read(at + 1), read(at + 2));
        let took = best(|| drop(engine::diff(&current, &desired, &[])));
        println!("{} {} {}", took.work.as_secs_f64(), took.wall.as_secs_f64(), peak_memory());
        return;
    }
    sizes();
    println!();
    shapes();
}

/// One schema after the other, each compared with itself and with one in which every table is changed.
fn sizes() {
    let head = [
        "schema",
        "MB",
        "parse MB/s",
        "of tokenizer",
        "diff X X",
        "at work",
        "growth",
        "peak MB",
        "all change",
        "growth",
        "peak MB",
    ];
    line(SIZES, &head.map(str::to_owned));
    let mut before = None;
    for tables in [100, 1_000, 10_000] {
        before = Some(row(&format!("{tables} tables"), &sized(tables), before));
    }
    match realworld::schemas().first() {
        Some(real) => _ = row(&real.name, &real.text, None),
        None => {
            println!("no real schema: there is no ../shared/realworld, and SCHEMASYNC_REALWORLD names none")
        }
    }
}

/// Measures one schema and prints its line.
fn row(name: &str, text: &str, before: Option<(Took, Took)>) -> (Took, Took) {
    let megabytes = text.len() as f64 / 1e6;
    let floor = best(|| drop(Tokenizer::new(&PostgreSqlDialect {}, text).tokenize().expect("tokens")));
    let sources = [Source::new(name, text)];
    let parse = best(|| drop(schemasync_core::parse(&sources)));
    assert_eq!(engine::diff(text, text, &[]).as_deref(), Ok(""), "{name} differs from itself");
    let (same, memory) = child(name, text, text);
    let (planned, more) = child(name, text, &all_changed(text));
    line(
        SIZES,
        &[
            name.to_owned(),
            format!("{megabytes:.2}"),
            format!("{:.1}", megabytes / parse.work.as_secs_f64()),
            format!("{:.1}x", parse.times(floor)),
            shown(same.wall),
            shown(same.work),
            growth(same, before.map(|before| before.0)),
            format!("{memory:.0}"),
            shown(planned.work),
            growth(planned, before.map(|before| before.1)),
            format!("{more:.0}"),
        ],
    );
    (same, planned)
}

/// Much of one thing: a tenth of it, and all.
fn shapes() {
    let head = ["much of one thing", "count", "at work", "each", "peak MB", "growth", "each"];
    line(MANY, &head.map(str::to_owned));
    for Shape { name, size, make } in SHAPES {
        let mut before: Option<Took> = None;
        for count in [size / 10, *size] {
            let (current, desired) = make(count);
            let (took, memory) = child(name, &current, &desired);
            let each = took.work.as_secs_f64() / count as f64;
            line(
                MANY,
                &[
                    (*name).to_owned(),
                    count.to_string(),
                    shown(took.work),
                    format!("{:.1} us", each * 1e6),
                    format!("{memory:.0}"),
                    growth(took, before),
                    before.map_or(String::new(), |before| format!("{:.2}x", took.times(before) / 10.0)),
                ],
            );
            before = Some(took);
        }
    }
}

/// A comparison in a process of its own: its time and peak memory in MB.
fn child(name: &str, current: &str, desired: &str) -> (Took, f64) {
    let file = |side: &str, text: &str| -> PathBuf {
        let name = format!("schemasync-bench-{}-{side}.sql", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::write(&path, text).expect("a temporary file");
        path
    };
    let files = [file("current", current), file("desired", desired)];
    let output =
        Command::new(std::env::current_exe().expect("this program")).arg(CHILD).args(&files).output();
    files.iter().for_each(|file| drop(std::fs::remove_file(file)));
    let output = output.expect("this program runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> = said.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    match numbers.as_slice() {
        [work, wall, memory] => (Took::from_secs(*work, *wall), *memory),
        _ => panic!("{name}: {}", String::from_utf8_lossy(&output.stderr)),
    }
}
