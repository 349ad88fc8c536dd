//! Whatever comes in, the core answers: it neither panics nor runs out of stack, on a stack of 1 MB.

#![allow(clippy::panic, clippy::unwrap_used, missing_docs)]

use schemasync_core::comparison::Comparison;
use schemasync_core::options::Options;
use schemasync_core::pair::Pair;
use schemasync_core::report;
use schemasync_core::side::{Limits, Side};
use schemasync_core::source::Source;
use schemasync_tests::case::cases;
use schemasync_tests::generate::Lot;
use schemasync_tests::hostile;
use std::io::Write;

/// A thread's stack, as small as WebAssembly's.
const STACK: usize = 1 << 20;

/// Compares texts with themselves and with nothing; gives what went wrong.
fn faults(texts: Vec<(String, String)>) -> Vec<String> {
    let check = move || texts.iter().filter_map(|(name, text)| fault(name, text)).collect::<Vec<_>>();
    std::thread::Builder::new().stack_size(STACK).spawn(check).unwrap().join().unwrap()
}

fn fault(name: &str, text: &str) -> Option<String> {
    let run = || {
        let sources = [Source::new(name, text)];
        let side = Side::of_ddl(&sources, &Limits::default());
        for diagnostic in &side.diagnostics {
            drop(diagnostic.render(&sources));
        }
        let nothing = Side::default();
        // No host goes on where there are faults.
        let pairs = [(&side, &side), (&nothing, &side), (&side, &nothing)];
        (side.faults() == 0).then(|| pairs.map(|(from, to)| plan(from, to))).map(|[itself, ..]| itself)
    };
    // A stack that runs out ends the process: the last name told is the culprit. Only the macros are captured.
    if std::env::var_os("ROBUSTNESS_VERBOSE").is_some() {
        let _ = writeln!(std::io::stderr(), "robustness: {name}");
    }
    let shown: String = text.chars().take(300).collect();
    match std::panic::catch_unwind(run) {
        Err(_) => Some(format!("{name}: a panic on: {shown}")),
        Ok(Some(plan)) if !plan.trim().is_empty() => {
            let plan: String = plan.chars().take(300).collect();
            Some(format!("{name}: differs from itself: {shown}\n{plan}"))
        }
        Ok(_) => None,
    }
}

fn plan(current: &Side, desired: &Side) -> String {
    let compared = Comparison::new(Pair::new(current, desired), &[], Options::default(), false).unwrap();
    report::sql(&compared.report())
}

#[track_caller]
fn check(texts: Vec<(String, String)>) {
    let faults = faults(texts);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn deep_and_long_texts() {
    check(hostile::extremes());
}

#[test]
fn texts_cut_off() {
    let cases = cases("postgres");
    let length: usize =
        cases.iter().map(|case| case.section("current").len() + case.section("desired").len()).sum();
    let stride = 1 + length / 2_000;
    let texts = cases.iter().flat_map(|case| {
        hostile::prefixes(case, stride).into_iter().map(|text| (format!("{} cut off", case.name), text))
    });
    check(texts.collect());
}

#[test]
fn texts_scrambled() {
    let mut lot = Lot::new(1);
    let mut texts = Vec::new();
    let cases = cases("postgres");
    while texts.len() < 2_000 {
        for case in &cases {
            let text = hostile::scrambled(case.section("desired"), &mut lot);
            texts.push((format!("{} scrambled", case.name), text));
        }
    }
    check(texts);
}
