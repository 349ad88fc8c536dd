//! Tables that become UNLOGGED or LOGGED while foreign keys stand between them: a table that is kept may refer only to tables
//! that are. So of those that cease to be kept the referring ones go first, and of those that come to be kept the referred
//! ones. Where they refer to each other, the foreign keys between them are made anew.

use crate::collections::{BTreeMap, BTreeSet};
use crate::model::*;
use crate::pair::Pair;

/// Why one waits for the other.
pub(super) const REASON: &str = "a table that is kept refers only to tables that are";

/// What has to be switched before what.
#[derive(Clone, Debug, Default)]
pub(super) struct Switches {
    /// For each table that is switched, those that are before it.
    after: BTreeMap<ObjectId, BTreeSet<ObjectId>>,
    /// Foreign keys between tables of which none can be the first.
    pub(super) in_the_way: BTreeSet<ObjectId>,
}

impl Switches {
    /// Between two schemas.
    pub(super) fn of(pair: Pair<&Schema>) -> Self {
        let (mut after, mut keys) = (BTreeMap::<ObjectId, BTreeSet<ObjectId>>::new(), Vec::new());
        let constraints = pair.current.objects.range(ObjectId::new(Kind::Constraint, "", "")..);
        for (id, object) in constraints.take_while(|(id, _)| id.kind == Kind::Constraint) {
            let Object::Constraint(Constraint { rule: ConstraintRule::ForeignKey(key), .. }) = object else {
                continue;
            };
            let own = ObjectId::table(&*id.schema, &*id.name);
            let other = ObjectId::table(&*key.table.schema, &*key.table.name);
            let (Some(to), true) = (switched(pair, &own), own != other && pair.desired.contains(id)) else {
                continue;
            };
            if switched(pair, &other) == Some(to) {
                let (first, then) = if to { (own, other) } else { (other, own) };
                keys.push((id.clone(), first.clone(), then.clone()));
                after.entry(then).or_default().insert(first);
            }
        }
        let mut out = Switches { after, in_the_way: BTreeSet::new() };
        let circular: Vec<_> = keys.into_iter().filter(|(_, first, then)| out.waits(first, then)).collect();
        for (id, first, then) in circular {
            out.after.entry(then).or_default().remove(&first);
            out.in_the_way.insert(id);
        }
        out
    }

    /// The tables that are switched before this one.
    pub(super) fn before(&self, table: &ObjectId) -> impl Iterator<Item = &ObjectId> {
        self.after.get(table).into_iter().flatten()
    }

    /// Whether a table has to wait for another, directly or not.
    fn waits(&self, table: &ObjectId, other: &ObjectId) -> bool {
        let (mut open, mut seen) = (vec![table], BTreeSet::new());
        while let Some(next) = open.pop() {
            if next == other {
                return true;
            }
            if seen.insert(next) {
                open.extend(self.before(next));
            }
        }
        false
    }
}

/// Whether a table becomes UNLOGGED (or LOGGED); nothing where it stays what it is.
fn switched(pair: Pair<&Schema>, id: &ObjectId) -> Option<bool> {
    let unlogged = |schema: &Schema| schema.table(&id.schema, &id.name).map(|table| table.unlogged);
    let (from, to) = (unlogged(pair.current)?, unlogged(pair.desired)?);
    (from != to).then_some(to)
}
