//! The oracle: what a real PostgreSQL says of a plan. Database A is made from `current` and migrated; database B is made
//! from `desired`. Both must dump alike, rows must survive, no second plan may be left, from either side, and the
//! catalog of B, read live, must say the same as `desired`.

use crate::case::Case;
use crate::server::server;
use crate::{dump, engine, live, rows};

/// What is wrong with a case, a paragraph each; empty when all is well.
pub fn judge(case: &Case) -> Vec<String> {
    let (current, desired) = (case.section("current"), case.section("desired"));
    judge_pair(
        current,
        desired,
        case.section("rows"),
        &case.flags(),
        &case.lines("allow").collect::<Vec<_>>(),
    )
}

/// The way back: from `desired` to `current`, without the flags that only make sense on the way there.
pub fn judge_back(case: &Case) -> Vec<String> {
    let flags = without_renames(&case.flags());
    let allow: Vec<_> = case.lines("allow").collect();
    judge_pair(case.section("desired"), case.section("current"), "", &flags, &allow)
}

/// The same for two texts, the rows to put in between, and the flags of `diff`.
pub fn judge_pair(current: &str, desired: &str, rows: &str, flags: &[String], allow: &[&str]) -> Vec<String> {
    let (a, b) = (server().database(), server().database());
    for (database, sql, what) in [(&a, current, "current"), (&a, rows, "rows"), (&b, desired, "desired")] {
        if let Err(error) = database.script(sql) {
            return vec![format!("`{what}` does not load: {error}")];
        }
    }
    let plan = match engine::diff(current, desired, flags) {
        Ok(plan) => plan,
        Err(error) => return vec![format!("no plan: {error}")],
    };
    let before = rows::contents(&mut a.client());
    if let Err(error) = a.script(&plan) {
        return vec![format!("the plan fails: {error}\n--- plan\n{plan}")];
    }
    let mut faults = Vec::new();
    let lost = rows::lost(&before, &rows::contents(&mut a.client()));
    if !lost.is_empty() && !allow.contains(&"rows") {
        faults.push(format!("rows are lost:\n{lost}"));
    }
    let (got, wanted) = (a.dump(), b.dump());
    let difference = dump::difference(&got, &wanted);
    if !difference.is_empty() && !allow.contains(&"dump") {
        faults.push(format!(
            "the migrated database (-) differs from a fresh one (+):\n{difference}--- plan\n{plan}"
        ));
    }
    // Renames are done by now: their flags and directives say so of names that are gone.
    let flags = without_renames(flags);
    let (got, wanted) = (dump::like(desired, &got), dump::like(desired, &wanted));
    for (from, to, what) in [
        (got.as_str(), desired, "the migrated database's dump to `desired`"),
        (desired, wanted.as_str(), "`desired` to the dump of a fresh database"),
    ] {
        match engine::diff(from, to, &flags) {
            Ok(plan) if plan.trim().is_empty() || allow.contains(&"second") => {}
            Ok(plan) => faults.push(format!("a second plan, from {what}, is not empty:\n{plan}")),
            Err(error) => faults.push(format!("no second plan, from {what}: {error}")),
        }
    }
    if !allow.contains(&"second") {
        faults.extend(live::differs(&b, desired, &flags));
    }
    faults
}

/// The flags without those that only make sense once.
pub fn without_renames(flags: &[String]) -> Vec<String> {
    let mut out = Vec::new();
    let mut flags = flags.iter();
    while let Some(flag) = flags.next() {
        match flag.as_str() {
            "--rename" => drop(flags.next()),
            _ => out.push(flag.clone()),
        }
    }
    out
}

/// Whether a fault is the server's refusal to apply a plan to the rows that are there (SQLSTATE classes 22 and 23).
pub fn refused_by_rows(fault: &str) -> bool {
    fault.starts_with("the plan fails")
        && [" ERROR:  22", " ERROR:  23"].iter().any(|code| fault.contains(code))
}
