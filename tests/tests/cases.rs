//! Every case in every way: the SQL expected of it, nothing to do from a side to itself, and the server oracle there and
//! back. `CASE=name` picks some, `UPDATE=1` writes the expected plans, `OFFLINE=1` leaves the server out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use schemasync_tests::case::Case;
use schemasync_tests::{engine, every_case, oracle, oracle_live};

#[test]
fn every_case_holds() {
    let lacking = |case: &Case| if offline() { None } else { oracle_live::lacking(case) };
    every_case::holds(lacking, check);
}

fn offline() -> bool {
    std::env::var_os("OFFLINE").is_some()
}

/// All that is wrong with one case.
fn check(case: &Case) -> Vec<String> {
    let mut faults = expected_sql(case);
    faults.extend(self_diff(case));
    if !offline() {
        faults.extend(oracle::judge(case));
    }
    faults
}

fn expected_sql(case: &Case) -> Vec<String> {
    let plan = match engine::diff(case.section("current"), case.section("desired"), &case.flags()) {
        Ok(plan) => plan,
        Err(error) => return vec![format!("no plan: {error}")],
    };
    if std::env::var_os("UPDATE").is_some() {
        case.update(&plan);
        return Vec::new();
    }
    match plan.trim() == case.section("plan").trim() {
        true => Vec::new(),
        false => {
            let lines =
                pretty_assertions::StrComparison::new(case.section("plan").trim(), plan.trim()).to_string();
            vec![format!("another plan than expected (UPDATE=1 takes it over):\n{lines}")]
        }
    }
}

fn self_diff(case: &Case) -> Vec<String> {
    let mut faults = Vec::new();
    for side in ["current", "desired"] {
        match engine::diff(case.section(side), case.section(side), &[]) {
            Ok(plan) if plan.trim().is_empty() => {}
            Ok(plan) => faults.push(format!("`{side}` differs from itself:\n{plan}")),
            Err(error) => faults.push(format!("`{side}` against itself: {error}")),
        }
    }
    faults
}
