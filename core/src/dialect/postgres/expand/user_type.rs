//! Enums, composite types and ranges: changed in place where PostgreSQL can, else rebuilt with all that uses them
//! (`rebuild.rs`). Domains are in `domain.rs`.

use super::{label_use, rebuild};
use crate::collections::BTreeSet;
use crate::dialect::postgres::remade;
use crate::dialect::postgres::render::{collate, ident, literal, relation, ty, user_type as sql};
use crate::model::{Attribute, CompositeType, EnumType, Object, ObjectId};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context};
use crate::plan::{Severity, Step, Transactional, Verb};

/// The statement that makes a type.
pub(super) fn create_sql(id: &ObjectId, of: &Object) -> Option<String> {
    Some(match of {
        Object::Enum(of) => sql::enumeration(id, of),
        Object::Composite(of) => sql::composite(id, of),
        Object::Range(of) => sql::range(id, of),
        Object::Domain(of) => sql::domain(id, of),
        _ => return None,
    })
}

pub(super) fn create(id: &ObjectId, of: &Object) -> Option<Vec<Step>> {
    Some(vec![Step::new(Verb::Create, id, create_sql(id, of)?)])
}

pub(super) fn drop(id: &ObjectId) -> Vec<Step> {
    vec![Step::new(Verb::Drop, id, format!("DROP TYPE {}", relation(id))).raise(Severity::High)]
}

pub(super) fn alter_enum(cx: &Context<'_>, id: &ObjectId, pair: Pair<&EnumType>) -> Alteration {
    let (current, desired) = (&pair.current.labels, &pair.desired.labels);
    if !remade::only_adds(pair.current, pair.desired) {
        let stays: BTreeSet<&str> = desired.iter().map(String::as_str).collect();
        let gone: Vec<_> =
            current.iter().map(String::as_str).filter(|label| !stays.contains(label)).collect();
        return rebuild::rebuild(cx, id, &gone);
    }
    let there: BTreeSet<&str> = current.iter().map(String::as_str).collect();
    // From the last one on: each new label stands before the next one that is there.
    let (mut new, mut next) = (Vec::new(), None);
    for label in desired.iter().rev() {
        match there.contains(label.as_str()) {
            true => next = Some(label),
            false => new.push((label, next)),
        }
    }
    let joined = label_use::is_joined(cx, id);
    let mut steps = Vec::new();
    for (label, next) in new.into_iter().rev() {
        let mut sql = format!("ALTER TYPE {} ADD VALUE {}", relation(id), literal(label));
        if let Some(next) = next {
            sql += &format!(" BEFORE {}", literal(next));
        }
        let mut step = Step::new(Verb::Alter, id, sql)
            .irreversible(format!("a label can only be taken out by rebuilding {id}"));
        if joined || label_use::is_used(cx, id, label) {
            step = step.transactional(Transactional::CommitAfter);
        }
        steps.push(step);
    }
    Alteration::Adding(steps)
}

pub(super) fn alter_composite(cx: &Context<'_>, id: &ObjectId, pair: Pair<&CompositeType>) -> Alteration {
    let (current, desired) = (&pair.current.attributes, &pair.desired.attributes);
    let named = |all: &[Attribute], name: &str| all.iter().any(|attribute| attribute.name == name);
    // New attributes come last, whatever the order one would like.
    let kept = current.iter().filter(|attribute| named(desired, &attribute.name));
    let new = desired.iter().filter(|attribute| !named(current, &attribute.name));
    let reachable = kept.chain(new).map(|attribute| &attribute.name);
    let retyped = desired.iter().any(|to| current.iter().any(|from| from.name == to.name && from != to));
    let used = rebuild::is_stored(cx, id);
    if !reachable.eq(desired.iter().map(|attribute| &attribute.name)) || retyped && used {
        return if used { rebuild::rebuild(cx, id, &[]) } else { Alteration::Replace };
    }
    let mut actions = Vec::new();
    let mut lost = Vec::new();
    for from in current {
        match desired.iter().find(|to| to.name == from.name) {
            None => {
                actions.push(format!("DROP ATTRIBUTE {}", ident(&from.name)));
                lost.push(from.name.as_str());
            }
            Some(to) if to != from => actions.push(format!(
                "ALTER ATTRIBUTE {} TYPE {}{}",
                ident(&to.name),
                ty(&to.ty),
                collate(&to.collation)
            )),
            _ => {}
        }
    }
    let added = desired.iter().filter(|to| !named(current, &to.name));
    actions.extend(added.map(|to| format!("ADD ATTRIBUTE {}", sql::attribute(to))));
    let head = format!("ALTER TYPE {}", relation(id));
    let text = match actions.as_slice() {
        [one] => format!("{head} {one}"),
        several => format!("{head}\n    {}", several.join(",\n    ")),
    };
    let mut step = Step::new(Verb::Alter, id, text);
    if !lost.is_empty() && used {
        step = step.destroys(format!("the values of {} in {id}", lost.join(", ")));
    }
    match lost.is_empty() && !retyped {
        true => Alteration::InPlace(vec![step]),
        false => Alteration::Disturbing(vec![step], rebuild::holding(cx, id)),
    }
}

pub(super) fn alter_range(cx: &Context<'_>, id: &ObjectId) -> Alteration {
    match rebuild::is_stored(cx, id) {
        true => rebuild::rebuild(cx, id, &[]),
        false => Alteration::Replace,
    }
}
