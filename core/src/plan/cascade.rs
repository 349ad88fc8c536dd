//! What is to be done with each object: the verdicts, and how they spread to what stands on an object that gives way.

use super::rules::{Alteration, Context, Disturbance, Rules, Strength, Yielding};
use super::step::Step;
use crate::collections::{BTreeMap, BTreeSet};
use crate::diff::Difference;
use crate::model::{Facet, ObjectId, Schema};
use crate::pair::Pair;
use std::collections::VecDeque;

/// What is to be done with an object.
#[derive(Clone, Debug)]
pub(super) enum Verdict {
    /// Make it.
    Create,
    /// Drop it.
    Drop,
    /// Change it in place.
    Alter(Vec<Step>),
    /// Drop it and make it again.
    Replace,
    /// Change it in two parts, around what is made anew under it.
    Around(Yielding),
}

/// The verdicts, and what could not be judged.
#[derive(Clone, Debug, Default)]
pub(super) struct Verdicts {
    /// By object.
    pub of: BTreeMap<ObjectId, Verdict>,
    /// For each object that is replaced on another's account, that other one.
    pub because: BTreeMap<ObjectId, ObjectId>,
    /// What is changed in the steps of other objects.
    pub rebuilt: BTreeMap<ObjectId, Vec<ObjectId>>,
    /// Objects whose steps disturb what stands on them.
    pub disturbing: BTreeSet<ObjectId>,
    /// What is only added to.
    pub added_to: BTreeSet<ObjectId>,
    /// Objects the dialect has no answer for.
    pub unknown: Vec<ObjectId>,
}

impl Verdicts {
    /// Notes what an object's steps disturb.
    fn disturb(
        &mut self,
        by: &ObjectId,
        on: Vec<ObjectId>,
        how: Disturbance,
        disturbed: &mut VecDeque<(ObjectId, Disturbance)>,
    ) {
        self.disturbing.insert(by.clone());
        for what in on {
            if what != *by {
                self.rebuilt.entry(what.clone()).or_default().push(by.clone());
            }
            disturbed.push_back((what, how));
        }
    }
}

/// Judges every difference, then everything that has to give way.
pub(super) fn verdicts(rules: &dyn Rules, cx: &Context<'_>, differences: &[Difference<'_>]) -> Verdicts {
    let mut out = Verdicts::default();
    let mut disturbed = VecDeque::new();
    for difference in differences {
        let id = difference.id;
        let verdict = match (difference.objects.current, difference.objects.desired) {
            (None, _) => Verdict::Create,
            (_, None) => Verdict::Drop,
            (Some(a), Some(b)) => match rules.alter(cx, id, Pair::new(a, b)) {
                Some(Alteration::InPlace(steps)) => Verdict::Alter(steps),
                Some(Alteration::Adding(steps)) => {
                    out.added_to.insert(id.clone());
                    Verdict::Alter(steps)
                }
                Some(Alteration::Disturbing(steps, on)) => {
                    out.disturb(id, on, Disturbance::Changed, &mut disturbed);
                    Verdict::Alter(steps)
                }
                Some(Alteration::Rebuilding(steps, on)) => {
                    out.disturb(id, on, Disturbance::Rebuilt, &mut disturbed);
                    Verdict::Alter(steps)
                }
                Some(Alteration::Replace) => {
                    disturbed.push_back((id.clone(), Disturbance::Replaced));
                    Verdict::Replace
                }
                None => {
                    out.unknown.push(id.clone());
                    continue;
                }
            },
        };
        out.of.insert(id.clone(), verdict);
    }
    for id in rules.made_anew(cx) {
        if out.of.insert(id.clone(), Verdict::Replace).is_none() {
            disturbed.push_back((id, Disturbance::Replaced));
        }
    }
    dropped(rules, cx, &out, &mut disturbed);
    if !disturbed.is_empty() {
        spread(rules, cx, &mut out, disturbed);
    }
    facets(cx, &mut out);
    out
}

/// The objects that are dropped; those whose name something new takes count as replaced.
fn dropped(
    rules: &dyn Rules,
    cx: &Context<'_>,
    out: &Verdicts,
    disturbed: &mut VecDeque<(ObjectId, Disturbance)>,
) {
    let slots = |id: &ObjectId, schema: &Schema| schema.get(id).map_or(Vec::new(), |o| rules.slots(id, o));
    let gone: Vec<_> = out.of.iter().filter(|(_, v)| matches!(v, Verdict::Drop)).map(|(id, _)| id).collect();
    if gone.is_empty() {
        return;
    }
    let taken: BTreeSet<String> = (out.of.iter())
        .filter(|(_, verdict)| matches!(verdict, Verdict::Create))
        .flat_map(|(id, _)| slots(id, cx.schemas.desired))
        .collect();
    for id in gone {
        if id.facet != Facet::Itself {
            continue;
        }
        let how = match slots(id, cx.schemas.current).iter().any(|slot| taken.contains(slot)) {
            true => Disturbance::Replaced,
            false => Disturbance::Dropped,
        };
        disturbed.push_back((id.clone(), how));
    }
}

/// Spreads from what gives way to what stands on it, and on.
fn spread(
    rules: &dyn Rules,
    cx: &Context<'_>,
    out: &mut Verdicts,
    mut disturbed: VecDeque<(ObjectId, Disturbance)>,
) {
    let dependents = dependents(rules, cx.schemas.current);
    while let Some((on, how)) = disturbed.pop_front() {
        for dependent in dependents.get(&on).into_iter().flatten() {
            if !cx.schemas.desired.contains(dependent) || !cx.schemas.current.contains(dependent) {
                continue;
            }
            let untouched = match out.of.get(*dependent) {
                None => true,
                Some(Verdict::Alter(_)) => how != Disturbance::Dropped,
                Some(_) => false,
            };
            if untouched && rules.yields(cx, dependent, &on, how) {
                out.of.insert((*dependent).clone(), Verdict::Replace);
                out.because.insert((*dependent).clone(), on.clone());
                disturbed.push_back(((*dependent).clone(), Disturbance::Replaced));
            } else if untouched && let Some(yielding) = rules.gives_up(cx, dependent, &on, how) {
                out.of.insert((*dependent).clone(), Verdict::Around(yielding));
                out.because.insert((*dependent).clone(), on.clone());
            }
        }
    }
}

/// Who stands on what in a schema, as far as the server enforces it.
fn dependents<'a>(rules: &dyn Rules, schema: &'a Schema) -> BTreeMap<ObjectId, Vec<&'a ObjectId>> {
    let mut out: BTreeMap<ObjectId, Vec<&ObjectId>> = BTreeMap::new();
    for (id, object) in &schema.objects {
        if is_label(id) {
            continue;
        }
        for dependency in rules.dependencies(schema, id, object) {
            if dependency.strength == Strength::Hard {
                out.entry(dependency.on).or_default().push(id);
            }
        }
        if let Some(parent) = schema.parent(id) {
            out.entry(parent).or_default().push(id);
        }
    }
    out
}

/// Comments, owners, privileges: they go and come with what they are said of.
pub(super) fn is_label(id: &ObjectId) -> bool {
    matches!(id.facet, Facet::Owner | Facet::Comment | Facet::SecurityLabel(_) | Facet::Grant(_))
}

/// The labels of what is replaced are made again; those of what is dropped need no step. A facet that is replaced while
/// its object stays, such as a column's default, takes no labels along.
fn facets(cx: &Context<'_>, out: &mut Verdicts) {
    let replaced: Vec<_> = (out.of.iter())
        .filter(|(id, verdict)| matches!(verdict, Verdict::Replace) && id.facet == Facet::Itself)
        .map(|(id, _)| id.clone())
        .collect();
    for id in replaced {
        for facet in cx.schemas.desired.labels(&id) {
            match is_label(facet) || !cx.schemas.current.contains(facet) {
                true => out.of.insert(facet.clone(), Verdict::Create),
                false => out.of.insert(facet.clone(), Verdict::Replace),
            };
        }
        for facet in cx.schemas.current.labels(&id) {
            if is_label(facet) && !cx.schemas.desired.contains(facet) {
                out.of.remove(facet);
            }
        }
    }
    let given_up = |verdict: &Verdict| match verdict {
        Verdict::Around(yielding) => yielding.parts.clone(),
        _ => Vec::new(),
    };
    for part in out.of.values().flat_map(given_up).collect::<Vec<_>>() {
        for (facet, _) in cx.schemas.desired.facets(&part) {
            out.of.insert(facet.clone(), Verdict::Create);
        }
        for (facet, _) in cx.schemas.current.facets(&part) {
            if !cx.schemas.desired.contains(facet) {
                out.of.remove(facet);
            }
        }
    }
    let holders = cx.schemas.map(Schema::holders);
    let gone: Vec<_> = (out.of.iter())
        .filter(|(id, verdict)| is_label(id) && matches!(verdict, Verdict::Drop))
        .filter(|(id, _)| holders.desired.holder(id).is_none() && holders.current.holder(id).is_some())
        .map(|(id, _)| id.clone())
        .collect();
    gone.iter().for_each(|id| {
        out.of.remove(id);
    });
}
