//! Goes through the cases, tells which ones are not run, and fails with all that is wrong.

use crate::case::{Case, cases};
use crate::fresh::Fresh;
use crate::server::take_version;
use crate::{oracle_live, parallel};

/// Checks every case; `lacking` says what is missing to run one.
///
/// # Panics
/// If a case does not hold.
pub fn holds(lacking: impl Fn(&Case) -> Option<String> + Sync, check: impl Fn(&Case) -> Vec<String> + Sync) {
    let cases = cases("postgres");
    assert!(!cases.is_empty(), "no case at all");
    let results = parallel::map(&cases, |case| {
        if let Some(reason) = lacking(case) {
            return Err(format!("{}: {reason}", case.name));
        }
        let faults = check(case);
        // At once, for those who watch with --nocapture.
        faults.iter().for_each(|fault| println!("=== {}\n{fault}\n", case.path.display()));
        Ok(faults.len())
    });
    let skipped: Vec<_> = results.iter().filter_map(|result| result.as_ref().err()).collect();
    for line in &skipped {
        println!("not run here: {line}");
    }
    let faults: usize = results.iter().flatten().sum();
    println!("{} cases, {faults} faults, {} that this server cannot run", cases.len(), skipped.len());
    assert!(faults == 0, "{faults} faults");
}

/// Takes every case live through a server of another version than the one at hand, where it can be had.
///
/// # Panics
/// If a case does not hold.
pub fn holds_on(major: u32) {
    if std::env::var_os("OFFLINE").is_some() {
        return;
    }
    if let Err(reason) = take_version(major) {
        println!("not run here: PostgreSQL {major} cannot be had: {reason}");
        return;
    }
    println!("PostgreSQL {major}");
    holds(oracle_live::lacking, |case| match Fresh::load(case, "desired") {
        // Older servers print some expressions otherwise than `canon/` knows: live, the server itself settles those.
        Ok(fresh) if major < 14 => oracle_live::judge(case, &fresh),
        Ok(fresh) => [fresh.faults(case), oracle_live::judge(case, &fresh)].concat(),
        Err(fault) => vec![fault],
    });
}
