//! The oracle: what a real PostgreSQL says of a case. Two databases are made afresh, from `current` and from `desired`,
//! and looked at: what they say of themselves must be what the texts say. Then each is migrated to the other, and must
//! dump as the other did when it was fresh; rows must survive, and no second plan may be left, from either side.

use crate::case::Case;
use crate::fresh::Fresh;
use crate::server::{Database, server};
use crate::{dump, engine, oracle_live, rows};

/// What is wrong with a case, a paragraph each; empty when all is well.
pub fn judge(case: &Case) -> Vec<String> {
    let (current, desired) = match (Fresh::load(case, "current"), Fresh::load(case, "desired")) {
        (Ok(current), Ok(desired)) => (current, desired),
        (Err(fault), _) | (_, Err(fault)) => return vec![fault],
    };
    let mut faults = [current.faults(case), desired.faults(case)].concat();
    faults.extend(oracle_live::judge(case, &desired));
    let allow: Vec<_> = case.lines("allow").collect();
    let flags = case.flags();
    let there = Way { from: &current.database, text: current.text, rows: case.section("rows"), to: &desired };
    faults.extend(there.faults(&flags, &allow));
    if !allow.contains(&"reverse") {
        // The fresh database was looked at before it is changed.
        let back = Way { from: &desired.database, text: desired.text, rows: "", to: &current };
        let found = back.faults(&without_renames(&flags), &allow);
        faults.extend(found.into_iter().map(|fault| format!("the way back: {fault}")));
    }
    faults
}

/// What is wrong with the way from one text to another, with rows put in between.
pub fn judge_pair(current: &str, desired: &str, rows: &str) -> Vec<String> {
    let from = server().database();
    if let Err(error) = from.script(current) {
        return vec![format!("`current` does not load: {error}")];
    }
    let to = match Fresh::of("desired", desired) {
        Ok(to) => to,
        Err(fault) => return vec![fault],
    };
    let way = Way { from: &from, text: current, rows, to: &to };
    [way.faults(&[], &[]), to.differs(&[])].concat()
}

/// A migration: the database that is taken along and the text it was made from, the rows it is given, where it goes.
struct Way<'a> {
    from: &'a Database,
    text: &'a str,
    rows: &'a str,
    to: &'a Fresh<'a>,
}

impl Way<'_> {
    fn faults(&self, flags: &[String], allow: &[&str]) -> Vec<String> {
        if let Err(error) = self.from.script(self.rows) {
            return vec![format!("`rows` does not load: {error}")];
        }
        let plan = match engine::diff(self.text, self.to.text, flags) {
            Ok(plan) => plan,
            Err(error) => return vec![format!("no plan: {error}")],
        };
        let before = rows::contents(self.from);
        if let Err(error) = self.from.script(&plan) {
            return vec![format!("the plan fails: {error}\n--- plan\n{plan}")];
        }
        let mut faults = Vec::new();
        let lost = rows::lost(&before, &rows::contents(self.from));
        if !lost.is_empty() && !allow.contains(&"rows") {
            faults.push(format!("rows are lost:\n{lost}"));
        }
        let got = self.from.dump();
        let difference = dump::difference(&got, &self.to.dump);
        if !difference.is_empty() && !allow.contains(&"dump") {
            faults.push(format!(
                "the migrated database (-) differs from a fresh one (+):\n{difference}--- plan\n{plan}"
            ));
        }
        if !allow.contains(&"second") {
            faults.extend(self.second_plans(&got, &without_renames(flags)));
        }
        faults
    }

    /// Plans that are left when all is done. Renames are done by then: their flags would say so of names that are gone.
    fn second_plans(&self, got: &str, flags: &[String]) -> Vec<String> {
        let desired = self.to.text;
        let (got, wanted) = (dump::like(desired, got), dump::like(desired, &self.to.dump));
        let ways = [
            (got.as_str(), desired, "the migrated database's dump to `desired`"),
            (desired, wanted.as_str(), "`desired` to the dump of a fresh database"),
        ];
        let left = |(from, to, what): (&str, &str, &str)| match engine::diff(from, to, flags) {
            Ok(plan) if plan.trim().is_empty() => None,
            Ok(plan) => Some(format!("a second plan, from {what}, is not empty:\n{plan}")),
            Err(error) => Some(format!("no second plan, from {what}: {error}")),
        };
        ways.into_iter().filter_map(left).collect()
    }
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
