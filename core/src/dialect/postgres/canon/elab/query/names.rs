//! The names that relations of a query are printed under: `set_rtable_names` of PostgreSQL's `ruleutils.c`. A name that
//! an outer level or an earlier relation has taken gets a number.

use super::figure::function_name;
use crate::collections::BTreeMap;
use crate::dialect::postgres::canon::raw::From;
use crate::dialect::postgres::parse::generated_names::{MAX_NAME, clip};

/// The names of one level, given in the order in which relations are met.
#[derive(Clone, Debug, Default)]
pub(super) struct Level {
    /// Names as printed, in that order.
    pub(super) names: Vec<String>,
    /// How many of them were handed out.
    pub(super) taken: usize,
}

impl Level {
    /// The names of all relations in FROM.
    pub(super) fn new(before: &[String], from: &[From], outer: &[Level]) -> Level {
        let mut wanted = before.to_vec();
        for item in from {
            collect(item, &mut wanted);
        }
        Level { names: unique(&wanted, outer), taken: 0 }
    }

    /// The next relation's name.
    pub(super) fn next(&mut self) -> String {
        self.taken += 1;
        self.names.get(self.taken - 1).cloned().unwrap_or_default()
    }
}

fn collect(item: &From, out: &mut Vec<String>) {
    match item {
        From::Table { name, alias, .. } => {
            let own = name.last().map(String::as_str).unwrap_or_default();
            let alias = alias.as_ref().map_or(own, |alias| alias.name.as_str());
            out.push(if is_beside_rows(own, alias) { own } else { alias }.to_owned());
        }
        From::Query { alias, .. } => {
            out.push(
                alias.as_ref().map_or_else(|| "unnamed_subquery".to_owned(), |alias| alias.name.clone()),
            );
        }
        From::Func { funcs, alias, .. } => {
            let own = || funcs.first().map(|(func, _)| function_name(func)).unwrap_or_default();
            out.push(match alias {
                Some(alias) if !alias.name.is_empty() => alias.name.clone(),
                _ => own(),
            });
        }
        From::Join { left, right, alias, .. } => {
            collect(left, out);
            collect(right, out);
            if let Some(alias) = alias {
                out.push(alias.name.clone());
            }
        }
    }
}

/// Whether an alias is what a server before 16 gives a relation called as the two rows that every rule knows, a view's too.
pub(super) fn is_beside_rows(own: &str, alias: &str) -> bool {
    let number = || alias.strip_prefix(own)?.strip_prefix('_')?.parse::<u32>().ok();
    matches!(own, "old" | "new") && number().is_some()
}

fn unique(wanted: &[String], outer: &[Level]) -> Vec<String> {
    let mut counters: BTreeMap<String, u32> =
        outer.iter().flat_map(|level| &level.names).map(|name| (name.clone(), 0)).collect();
    let mut out = Vec::with_capacity(wanted.len());
    for name in wanted {
        let mut found = name.clone();
        while counters.contains_key(&found) {
            let counter = counters.entry(name.clone()).or_default();
            *counter += 1;
            found = numbered(name, *counter);
        }
        counters.insert(found.clone(), 0);
        out.push(found);
    }
    out
}

/// `name_1`, cut so that it is no longer than a name may be.
fn numbered(name: &str, number: u32) -> String {
    let tail = format!("_{number}");
    format!("{}{tail}", clip(name, MAX_NAME - tail.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_name_gets_a_number() {
        let outer = vec![Level { names: vec!["t".into(), "t_1".into()], taken: 0 }];
        let wanted = ["t".to_owned(), "u".to_owned(), "t".to_owned()];
        assert_eq!(unique(&wanted, &outer), ["t_2", "u", "t_3"]);
    }
}
