//! Prints what is understood of DDL files, one line an object: `cargo run --example parsed [--no-texts] FILE...`.
#![allow(clippy::print_stdout, clippy::disallowed_methods, clippy::disallowed_types)]

#[path = "../tests/support/compact.rs"]
mod compact;

use schemasync_core::{parse, source::Source};

fn main() {
    let (flags, names): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let sources: Vec<Source> = (names.into_iter())
        .map(|name| Source::new(name.clone(), std::fs::read_to_string(&name).unwrap_or_default()))
        .collect();
    let parsed = parse(&sources);
    for diagnostic in &parsed.diagnostics {
        print!("{}", diagnostic.render(&sources));
    }
    for line in compact::compact(&parsed.schema, flags.is_empty()) {
        println!("{}", line.replace('\n', " "));
    }
}
