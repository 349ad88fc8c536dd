//! Real schemas parse without a word, equal themselves and their own dumps, and can be made from nothing.
//! `CASE=gitlab` picks one, `OFFLINE=1` leaves the server out.

#![allow(clippy::panic, clippy::print_stdout, missing_docs)]

use schemasync_tests::realworld::{Real, folder, schemas};
use schemasync_tests::{parallel, realworld_live};

#[test]
fn real_schemas_hold() {
    if folder().is_none() {
        println!("not run here: there is no folder ../shared/realworld, and SCHEMASYNC_REALWORLD names none");
        return;
    }
    let schemas = schemas();
    let faults: Vec<String> = parallel::map(&schemas, check).concat();
    assert!(faults.is_empty(), "{} faults:\n\n{}", faults.len(), faults.join("\n\n"));
}

fn check(real: &Real) -> Vec<String> {
    let mut faults = real.judge_text();
    if std::env::var_os("OFFLINE").is_some() {
        return told(real, faults);
    }
    match real.lacking() {
        Some(reason) => println!("{}: read and compared, but not loaded: {reason}", real.name),
        None => {
            faults.extend(real.judge_on_server());
            faults.extend(realworld_live::judge(real));
        }
    }
    told(real, faults)
}

fn told(real: &Real, faults: Vec<String>) -> Vec<String> {
    faults.into_iter().map(|fault| format!("=== {}: {fault}", real.name)).collect()
}
