//! Prints the catalog query, ready for psql: `cargo run --example catalog_query -- 150000 | psql -XqAt mydb > catalog.json`.

#![allow(clippy::print_stdout)]

use schemasync_core::catalog;

fn main() {
    let version = std::env::args().nth(1).and_then(|version| version.parse().ok()).unwrap_or(180_000);
    println!("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;");
    catalog::SESSION.iter().for_each(|setting| println!("{setting};"));
    println!("{};\nCOMMIT;", catalog::query(version).trim_end());
}
