//! Every case live on the newest PostgreSQL: `sync`, what comes out, rows, `check`. `CASE=name` picks some.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use schemasync_tests::case::cases;
use schemasync_tests::server::{server, take_newest};
use schemasync_tests::{oracle_live, parallel};

#[test]
fn every_case_holds_on_the_newest_server() {
    if std::env::var_os("OFFLINE").is_some() {
        return;
    }
    if let Err(reason) = take_newest() {
        println!("not run here: the newest PostgreSQL cannot be had: {reason}");
        return;
    }
    let cases = cases("postgres");
    let results = parallel::map(&cases, |case| match oracle_live::lacking(case) {
        Some(reason) => Err(format!("{}: {reason}", case.name)),
        None => Ok(oracle_live::judge(case)
            .into_iter()
            .map(|fault| format!("=== {}\n{fault}", case.path.display()))
            .collect::<Vec<_>>()),
    });
    results
        .iter()
        .filter_map(|result| result.as_ref().err())
        .for_each(|line| println!("not run here: {line}"));
    let faults: Vec<_> =
        results.iter().filter_map(|result| result.as_ref().ok()).flatten().cloned().collect();
    println!("PostgreSQL {}: {} cases, {} faults", server().version(), cases.len(), faults.len());
    assert!(faults.is_empty(), "{} faults:\n\n{}", faults.len(), faults.join("\n\n"));
}
