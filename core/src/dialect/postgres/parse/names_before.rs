//! What a source renames itself: `ALTER ... RENAME` and `SET SCHEMA` say as clearly as `-- @renamed from=old` what a thing
//! was called before. What is done about it is the planner's business.

use super::builder::Builder;
use crate::collections::BTreeMap;
use crate::dialect::postgres::canon::escapes::push_ident;
use crate::model::{Kind, ObjectId, Schema};
use crate::options::Directives;

/// What bears the name of a relation in its id.
const PARTS: [Kind; 5] = [Kind::Column, Kind::Constraint, Kind::Trigger, Kind::Rule, Kind::Policy];

impl Builder {
    /// The parts of an object that had other names before.
    fn noted(&self, of: ObjectId) -> impl Iterator<Item = ObjectId> {
        let parts = self.names_before.range(of.clone()..).map(|(id, _)| id);
        parts
            .take_while(move |id| (id.kind, &id.schema, &id.name) == (of.kind, &of.schema, &of.name))
            .filter(|id| !id.part.is_empty())
            .cloned()
    }

    /// Notes that a thing has another name from here on.
    pub(super) fn note_rename(&mut self, old: &ObjectId, new: &ObjectId) {
        let inside: Vec<ObjectId> = match old.kind {
            _ if !old.part.is_empty() => Vec::new(),
            Kind::Schema => self.names_before.keys().filter(|id| id.schema == old.name).cloned().collect(),
            Kind::Table | Kind::View => {
                PARTS.iter().flat_map(|kind| self.noted(ObjectId { kind: *kind, ..old.clone() })).collect()
            }
            // Its labels and attributes.
            Kind::Type => self.noted(old.clone()).collect(),
            _ => Vec::new(),
        };
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
    pub(super) fn note_part(&mut self, of: &ObjectId, old: &str, new: &str) {
        let part = |name: &str| ObjectId { part: name.to_owned(), ..of.clone() };
        self.note_rename(&part(old), &part(new));
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
