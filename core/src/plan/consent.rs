//! What the user agrees to lose (data, and code that may be nowhere else), and the schema that is wanted where agreement is missing: what would be destroyed stays
//! as it is, with what it needs and what stands on it; everything else goes ahead. The plan is then made of that schema,
//! so that holding back is never a matter of leaving out statements. Names no kind of object.

use super::rules::{Rules, Strength};
use super::{ChangeType, Plan, SchemaChange};
use crate::collections::{BTreeMap, BTreeSet};
use crate::model::{ObjectId, Schema};
use crate::pair::Pair;
use crate::reads;
use serde::Serialize;
use std::borrow::Cow;

/// The kinds of loss there are, as [`kind`] names them.
pub const KINDS: &[&str] = &[
    "drop_table",
    "drop_column",
    "drop_sequence",
    "drop_type",
    "drop_extension",
    "drop_view",
    "drop_function",
    "drop_aggregate",
    "alter_table",
    "alter_column",
    "alter_sequence",
    "alter_type",
];

/// What the user agrees to lose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Consent {
    /// Anything.
    pub everything: bool,
    /// What the changes of these kinds destroy, of [`KINDS`].
    pub kinds: BTreeSet<String>,
}

reads!(Consent { everything, kinds });

impl Consent {
    /// To everything.
    pub fn to_everything() -> Self {
        Consent { everything: true, ..Consent::default() }
    }

    /// Whether a change may be made.
    pub fn covers(&self, change: &SchemaChange) -> bool {
        self.everything || !change.needs_consent() || self.kinds.contains(&kind(change))
    }
}

/// The kind of loss that a change brings about: `drop_table`, `alter_column`.
pub fn kind(change: &SchemaChange) -> String {
    let verb = match change.change_type {
        ChangeType::Drop | ChangeType::Replace => "drop",
        ChangeType::Create | ChangeType::Alter | ChangeType::Rename => "alter",
    };
    format!("{verb}_{}", change.id.kind.words().replace(' ', "_"))
}

/// A plan as far as the user agreed to it.
#[derive(Clone, Debug, Default)]
pub struct Consented<'a> {
    /// What is done.
    pub plan: Plan,
    /// The schema it leads to.
    pub desired: Cow<'a, Schema>,
    /// The changes of the whole plan that are not made: those that need consent, and those that hang on them.
    pub held_back: Vec<SchemaChange>,
}

impl Consented<'_> {
    /// The kinds of loss that agreement is missing for.
    pub fn missing(&self) -> BTreeSet<String> {
        self.held_back.iter().filter(|change| change.needs_consent()).map(kind).collect()
    }
}

/// Plans with what is not agreed to held back. `make` plans for a desired schema; both sides have their new names.
pub(crate) fn consented<'a>(
    rules: &dyn Rules,
    current: &Schema,
    desired: &'a Schema,
    consent: &Consent,
    make: &dyn Fn(&Schema) -> Plan,
) -> Consented<'a> {
    let pair = Pair::new(current, desired);
    let whole = make(pair.desired);
    let mut refused = BTreeSet::new();
    let mut out = Consented { plan: whole.clone(), desired: Cow::Borrowed(desired), held_back: Vec::new() };
    loop {
        let missing = missing(rules, pair.current, &out.plan, consent);
        if missing.is_empty() {
            break;
        }
        let known = refused.len();
        refused.extend(missing);
        if refused.len() == known {
            // What was put back is still in the way: then nothing is done.
            out = Consented {
                plan: Plan::default(),
                desired: Cow::Owned(current.clone()),
                held_back: Vec::new(),
            };
            break;
        }
        out.desired = Cow::Owned(Keeping::new(rules, pair).keep(&refused));
        out.plan = make(&out.desired);
    }
    out.held_back = held_back(pair.current, &whole, &out.plan, &refused);
    out
}

/// The changes of a whole plan that another one does not make.
fn held_back(current: &Schema, whole: &Plan, made: &Plan, refused: &BTreeSet<ObjectId>) -> Vec<SchemaChange> {
    let done: BTreeSet<_> = made.changes.iter().map(|change| (&change.id, change.change_type)).collect();
    let missed: Vec<&SchemaChange> = (whole.changes.iter())
        .filter(|change| !done.contains(&(&change.id, change.change_type)) || refused.contains(&change.id))
        // What would only have been made anew for another's sake is not missed.
        .filter(|change| change.needs_consent() || !change.description.contains(" because "))
        .collect();
    // What belongs to something that stays is told with it.
    let ids: BTreeSet<&ObjectId> = missed.iter().map(|change| &change.id).collect();
    let alone = |change: &&SchemaChange| {
        let mut above = current.parent(&change.id);
        while let Some(id) = above {
            if ids.contains(&id) {
                return change.needs_consent();
            }
            above = current.parent(&id);
        }
        true
    };
    missed.into_iter().filter(alone).cloned().collect()
}

/// The objects that a plan may not destroy.
fn missing(rules: &dyn Rules, current: &Schema, plan: &Plan, consent: &Consent) -> Vec<ObjectId> {
    let agreed: BTreeSet<&ObjectId> = (plan.changes.iter())
        .filter(|change| {
            change.needs_consent() && change.change_type == ChangeType::Drop && consent.covers(change)
        })
        .map(|change| &change.id)
        .collect();
    // What belongs to something that may go, as a sequence to its column, goes along.
    let along = |id: &ObjectId| {
        current.facets(id).any(|(facet, object)| {
            rules.dependencies(current, facet, object).iter().any(|on| {
                let above = current.parent(&on.on);
                agreed.contains(&on.on) || above.is_some_and(|above| agreed.contains(&above))
            })
        })
    };
    (plan.changes.iter())
        .filter(|change| !consent.covers(change) && !along(&change.id))
        .map(|change| change.id.clone())
        .collect()
}

/// The work of putting things back.
struct Keeping<'a> {
    rules: &'a dyn Rules,
    pair: Pair<&'a Schema>,
    /// Who stands on what, on each side.
    dependents: Pair<BTreeMap<ObjectId, Vec<&'a ObjectId>>>,
    /// What lives and dies with what, on each side.
    children: Pair<BTreeMap<ObjectId, Vec<&'a ObjectId>>>,
    /// Who takes a name in the desired schema.
    slots: BTreeMap<String, Vec<&'a ObjectId>>,
    out: Schema,
    seen: BTreeSet<ObjectId>,
}

impl<'a> Keeping<'a> {
    fn new(rules: &'a dyn Rules, pair: Pair<&'a Schema>) -> Self {
        let mut slots: BTreeMap<String, Vec<&ObjectId>> = BTreeMap::new();
        for (id, object) in &pair.desired.objects {
            for slot in rules.slots(id, object) {
                slots.entry(slot).or_default().push(id);
            }
        }
        Keeping {
            rules,
            pair,
            dependents: pair.map(|schema| dependents(rules, schema)),
            children: pair.map(children),
            slots,
            out: pair.desired.clone(),
            seen: BTreeSet::new(),
        }
    }

    /// The desired schema with these objects as they are.
    fn keep(mut self, refused: &BTreeSet<ObjectId>) -> Schema {
        let mut open: Vec<ObjectId> = refused.iter().cloned().collect();
        while let Some(id) = open.pop() {
            if !self.seen.insert(id.clone()) {
                continue;
            }
            match self.pair.current.contains(&id) {
                true => self.put_back(&id, &mut open),
                false => self.leave_out(&id, &mut open),
            }
        }
        self.out
    }

    /// An object becomes what it is now, with all that belongs to it.
    fn put_back(&mut self, id: &ObjectId, open: &mut Vec<ObjectId>) {
        let unit = unit(&self.children.current, id);
        for part in unit_of_other(&self.children.desired, id, self.pair.current) {
            open.push(part);
        }
        for part in unit {
            let Some(object) = self.pair.current.get(&part) else { continue };
            self.out.objects.insert(part.clone(), object.clone());
            self.seen.insert(part.clone());
            let needs = self.rules.dependencies(self.pair.current, &part, object).into_iter().map(|on| on.on);
            let needs = needs.chain(self.pair.current.parent(&part));
            open.extend(needs.filter(|on| self.pair.current.contains(on) && !self.out.contains(on)));
            for slot in self.rules.slots(&part, object) {
                let others = self.slots.get(&slot).into_iter().flatten().copied();
                open.extend(others.filter(|other| !self.pair.current.contains(other)).cloned());
            }
            self.around(&part, open);
        }
    }

    /// What stands on something that stays: what would have gone with it stays too, and what was to change waits.
    fn around(&mut self, id: &ObjectId, open: &mut Vec<ObjectId>) {
        let Pair { current, desired } = self.pair;
        let home = current.parent(id);
        for dependent in self.dependents.current.get(id).into_iter().flatten().copied() {
            let same_home = home.is_some() && current.parent(&dependent.itself()) == home;
            let inherits = dependent.kind == id.kind && dependent.part == id.part && id.is_part();
            if !desired.contains(dependent) && (same_home || inherits) {
                open.push(dependent.clone());
            }
        }
        // What was only to be dropped is nothing that anything new could stand on.
        if desired.contains(id) && desired.get(id) != current.get(id) {
            let dependents = self.dependents.desired.get(id).into_iter().flatten().copied();
            open.extend(dependents.filter(|other| desired.get(other) != current.get(other)).cloned());
        }
    }

    /// Something new is not made, nor what stands on it.
    fn leave_out(&mut self, id: &ObjectId, open: &mut Vec<ObjectId>) {
        for part in unit(&self.children.desired, id) {
            self.out.objects.remove(&part);
            self.seen.insert(part.clone());
            open.extend(self.dependents.desired.get(&part).into_iter().flatten().copied().cloned());
        }
    }
}

/// Who stands on what.
fn dependents<'a>(rules: &dyn Rules, schema: &'a Schema) -> BTreeMap<ObjectId, Vec<&'a ObjectId>> {
    let mut out: BTreeMap<ObjectId, Vec<&ObjectId>> = BTreeMap::new();
    for (id, object) in &schema.objects {
        for on in rules.dependencies(schema, id, object) {
            if on.strength == Strength::Hard {
                out.entry(on.on).or_default().push(id);
            }
        }
    }
    out
}

/// What lives and dies with what.
fn children(schema: &Schema) -> BTreeMap<ObjectId, Vec<&ObjectId>> {
    let mut out: BTreeMap<ObjectId, Vec<&ObjectId>> = BTreeMap::new();
    for id in schema.objects.keys() {
        if let Some(parent) = schema.parent(id) {
            out.entry(parent).or_default().push(id);
        }
    }
    out
}

/// An object and all that belongs to it.
fn unit(children: &BTreeMap<ObjectId, Vec<&ObjectId>>, id: &ObjectId) -> Vec<ObjectId> {
    let mut out = vec![id.clone()];
    let mut next = 0;
    while let Some(id) = out.get(next) {
        let below = children.get(id).into_iter().flatten().map(|child| (*child).clone());
        out.extend(below.collect::<Vec<_>>());
        next += 1;
    }
    out
}

/// What belongs to an object on one side and is not there on the other.
fn unit_of_other(
    children: &BTreeMap<ObjectId, Vec<&ObjectId>>,
    id: &ObjectId,
    other: &Schema,
) -> Vec<ObjectId> {
    unit(children, id).into_iter().filter(|part| part != id && !other.contains(part)).collect()
}
