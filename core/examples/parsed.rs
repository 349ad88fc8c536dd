//! Prints what is understood of DDL files, one line an object: `cargo run --example parsed FILE...`.
#![allow(clippy::print_stdout, clippy::disallowed_methods)]

use schemasync_core::{parse, source::Source};

fn main() {
    let sources: Vec<Source> = std::env::args()
        .skip(1)
        .map(|name| Source::new(name.clone(), std::fs::read_to_string(&name).unwrap_or_default()))
        .collect();
    let parsed = parse(&sources);
    for diagnostic in &parsed.diagnostics {
        println!("{}", diagnostic.render(&sources));
    }
    for (id, object) in &parsed.schema.objects {
        println!("{id}: {}", serde_json::to_string(object).unwrap_or_default());
    }
}
