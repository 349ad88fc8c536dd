//! Generated pairs of schemas converge on a real server. `PAIRS=2000` makes more of them, `SEED=7` begins elsewhere,
//! `SHRINK=1` makes each failing pair as small as it gets (some seconds to a minute each).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use schemasync_tests::generate::{Generated, Script, pair, shrink};
use schemasync_tests::{engine, oracle, parallel};

fn number(variable: &str, default: u64) -> u64 {
    match std::env::var(variable) {
        Ok(value) => value.parse().unwrap_or_else(|_| panic!("{variable}={value} is not a number")),
        Err(_) => default,
    }
}

#[test]
fn generated_pairs_converge() {
    let (seed, pairs) = (number("SEED", 20_261_121), number("PAIRS", 200));
    println!("{pairs} pairs from SEED={seed}");
    let seeds: Vec<u64> = (seed..seed + pairs).collect();
    let faults: Vec<String> = parallel::map(&seeds, |seed| check(*seed)).into_iter().flatten().collect();
    assert!(faults.is_empty(), "{} of {pairs} pairs fail:\n\n{}", faults.len(), faults.join("\n\n"));
}

fn check(seed: u64) -> Option<String> {
    let generated = pair(seed);
    let fault = judge(&generated)?;
    if std::env::var_os("SHRINK").is_none() {
        return Some(format!("=== SEED={seed} PAIRS=1 (SHRINK=1 makes it smaller)\n{fault}"));
    }
    // Another fault may hide behind this one: only the same kind counts.
    let wanted = kind(&fault);
    let small = shrink(generated, |smaller| judge(smaller).is_some_and(|fault| kind(&fault) == wanted));
    let fault = judge(&small).unwrap_or_default();
    let (current, desired) = (small.current.sql(), small.desired.sql());
    Some(format!(
        "=== SEED={seed} PAIRS=1\n-- current\n{current}-- rows\n{}-- desired\n{desired}{fault}",
        small.rows
    ))
}

/// The beginning of a fault and the server's SQLSTATE, if it gave one.
fn kind(fault: &str) -> (String, Option<&str>) {
    let line = fault.lines().next().unwrap_or_default();
    let state = line.split_once("ERROR:  ").and_then(|(_, rest)| rest.get(..5));
    (line.chars().take(24).collect(), state)
}

fn judge(generated: &Generated) -> Option<String> {
    let (current, desired) = (generated.current.sql(), generated.desired.sql());
    let mut faults = oracle::judge_pair(&current, &desired, &generated.rows);
    if faults.iter().any(|fault| oracle::refused_by_rows(fault)) {
        // The rows do not fit what is wanted, and the server says so: that is for the user to mend.
        faults = oracle::judge_pair(&current, &desired, "");
    }
    if faults.iter().any(|fault| fault.contains("does not load")) {
        return Some(faults.join("\n"));
    }
    for (script, side) in [(&generated.current, "current"), (&generated.desired, "desired")] {
        match engine::diff(&script.sql(), &backwards(script), &[]) {
            Ok(plan) if plan.trim().is_empty() => {}
            Ok(plan) => faults.push(format!("`{side}` differs from itself in another order:\n{plan}")),
            Err(error) => faults.push(format!("`{side}` cannot be read in another order: {error}")),
        }
    }
    (!faults.is_empty()).then(|| faults.join("\n"))
}

/// The same statements, last first. What adds to a table stays in its order: columns have one.
fn backwards(script: &Script) -> String {
    let (alter, mut make): (Vec<_>, Vec<_>) =
        script.statements.iter().cloned().partition(|s| s.head.starts_with("ALTER"));
    make.reverse();
    make.extend(alter);
    Script { statements: make }.sql()
}
