//! What a source renames itself: `ALTER ... RENAME` and `SET SCHEMA` say as clearly as `-- @renamed from=old` what a thing
//! was called before. What is done about it is the planner's business.

use super::builder::Builder;
use crate::collections::BTreeMap;
use crate::dialect::postgres::canon::escapes::push_ident;
use crate::model::{Kind, ObjectId, Schema};
use crate::options::Directives;

impl Builder {
    /// Notes that a thing has another name from here on.
    pub(super) fn note_rename(&mut self, old: &ObjectId, new: &ObjectId) {
        let follows = |id: &ObjectId| match old.kind {
            Kind::Schema => id.schema == old.name,
            Kind::Table | Kind::View => id.is_part() && id.schema == old.schema && id.name == old.name,
            // Its labels and attributes.
            Kind::Type => id.kind == Kind::Type && id.schema == old.schema && id.name == old.name,
            _ => false,
        };
        let whole =
            old.part.is_empty() && matches!(old.kind, Kind::Schema | Kind::Table | Kind::View | Kind::Type);
        let known = self.names_before.keys().filter(|_| whole);
        let inside: Vec<_> = known.filter(|id| *id != old && follows(id)).cloned().collect();
        for id in inside {
            let Some(before) = self.names_before.remove(&id) else { continue };
            let to = match old.kind {
                Kind::Schema => ObjectId { schema: new.name.clone(), ..id },
                _ => ObjectId { schema: new.schema.clone(), name: new.name.clone(), ..id },
            };
            self.names_before.insert(to, before);
        }
        let mut before = self.names_before.remove(old).unwrap_or_default();
        before.push(old.clone());
        before.retain(|id| id != new);
        if !before.is_empty() {
            self.names_before.insert(new.clone(), before);
        }
    }

    /// Notes the label or attribute of a type that has another name now.
    pub(super) fn note_parts(&mut self, of: &ObjectId, before: &[String], after: &[String]) {
        if before.len() != after.len() {
            return;
        }
        for (old, new) in before.iter().zip(after).filter(|(old, new)| old != new) {
            let part = |name: &String| ObjectId { part: name.clone(), ..of.clone() };
            self.note_rename(&part(old), &part(new));
        }
    }
}

/// The renames as directives say them.
pub(super) fn written(renamed: &BTreeMap<ObjectId, Vec<ObjectId>>, schema: &Schema) -> Directives {
    let there = |id: &ObjectId| {
        schema.contains(id)
            || id.kind == Kind::Type && schema.contains(&ObjectId { part: String::new(), ..id.clone() })
    };
    (renamed.iter())
        .filter(|(new, _)| there(new))
        .map(|(new, before)| (new.clone(), before.iter().rev().map(name).collect()))
        .collect()
}

fn name(id: &ObjectId) -> String {
    let mut out = String::new();
    let inside = id.is_part() || id.kind == Kind::Type && !id.part.is_empty();
    let own = if inside { &id.part } else { &id.name };
    if !inside && !id.schema.is_empty() {
        push_ident(&mut out, &id.schema);
        out.push('.');
    }
    push_ident(&mut out, own);
    out
}
