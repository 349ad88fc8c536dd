//! The generator itself: what it makes, PostgreSQL takes.

#![allow(clippy::panic, missing_docs)]

use schemasync_tests::generate::{pair, sized};
use schemasync_tests::parallel;
use schemasync_tests::server::server;

#[test]
fn the_server_takes_what_is_generated() {
    let seeds: Vec<u64> = (1..=30).collect();
    let mut scripts: Vec<(String, String)> = (seeds.iter())
        .flat_map(|seed| {
            let made = pair(*seed);
            [
                (format!("current of {seed}"), made.current.sql()),
                (format!("desired of {seed}"), made.desired.sql()),
            ]
        })
        .collect();
    scripts.push(("20 tables".into(), sized(20)));
    let faults: Vec<_> = parallel::map(&scripts, |(name, sql)| {
        server().database().script(sql).err().map(|error| format!("{name}: {error}{sql}"))
    });
    let faults: Vec<_> = faults.into_iter().flatten().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
