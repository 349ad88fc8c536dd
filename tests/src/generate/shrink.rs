//! Makes a failing pair smaller: leaves out what the failure does not need.

use super::{Generated, Script};
use std::collections::BTreeSet;

/// The smallest pair found that still fails. `fails` says whether one does. First large parts are left out, then small.
pub fn shrink(pair: Generated, fails: impl Fn(&Generated) -> bool) -> Generated {
    let mut best = pair;
    let mut part = keys(&best).len().div_ceil(2);
    loop {
        let before = size(&best);
        for some in keys(&best).chunks(part) {
            let smaller = some.iter().fold(best.clone(), |pair, key| without(&pair, key));
            if smaller.current.statements.len() + smaller.desired.statements.len() > 0
                && size(&smaller) < size(&best)
                && fails(&smaller)
            {
                best = smaller;
            }
        }
        match (part, size(&best) == before) {
            (1, true) => return best,
            _ => part = part.div_ceil(2).max(1),
        }
    }
}

fn size(pair: &Generated) -> usize {
    let count = |script: &Script| script.statements.iter().map(|s| 1 + s.elements.len()).sum::<usize>();
    count(&pair.current) + count(&pair.desired) + pair.rows.len()
}

/// Everything that can be left out, what depends first.
fn keys(pair: &Generated) -> Vec<(Option<bool>, String)> {
    let mut keys = Vec::new();
    let mut seen = BTreeSet::new();
    let all = pair.desired.statements.iter().chain(&pair.current.statements);
    for statement in all.rev() {
        let elements = statement.elements.iter().map(|(element, _)| format!("{}/{element}", statement.key));
        for key in std::iter::once(statement.key.clone()).chain(elements) {
            if seen.insert(key.clone()) {
                keys.push((None, key));
            }
        }
    }
    let sides = [Some(true), Some(false)];
    let one_sided = keys.iter().flat_map(|(_, key)| sides.map(|side| (side, key.clone())));
    let one_sided: Vec<_> = one_sided.collect();
    keys.insert(0, (None, "rows".into()));
    keys.extend(one_sided);
    keys
}

fn without(pair: &Generated, (side, key): &(Option<bool>, String)) -> Generated {
    let mut out = pair.clone();
    if key == "rows" {
        out.rows.clear();
    }
    if *side != Some(false) {
        leave_out(&mut out.current, key);
    }
    if *side != Some(true) {
        leave_out(&mut out.desired, key);
    }
    out
}

fn leave_out(script: &mut Script, key: &str) {
    script.statements.retain(|s| s.key != key);
    for statement in &mut script.statements {
        if let Some(element) = key.strip_prefix(&statement.key).and_then(|rest| rest.strip_prefix('/')) {
            statement.elements.retain(|(name, _)| name != element);
        }
    }
}
