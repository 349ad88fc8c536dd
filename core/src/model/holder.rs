//! Comments, owners and privileges of what has no entry of its own: the index of a key, the sequence of an identity
//! column, the columns of views and composite types, the checks of domains. Who holds them, and what is held.

use super::*;
use crate::collections::BTreeMap;
use std::cell::OnceCell;

impl Schema {
    /// The object that a label (a comment, owner, grant) lives and dies with. To ask for many, see [`Schema::holders`].
    pub fn holder(&self, label: &ObjectId) -> Option<ObjectId> {
        self.holders().holder(label)
    }

    /// To ask for the holders of many labels.
    pub fn holders(&self) -> Holders<'_> {
        Holders { schema: self, keys: OnceCell::new(), identities: OnceCell::new() }
    }

    /// The labels of an object, and of what it holds that has no entry of its own.
    pub fn labels(&self, id: &ObjectId) -> Vec<&ObjectId> {
        let mut out: Vec<_> = self.facets(id).map(|(facet, _)| facet).collect();
        let parts = |kind| self.parts(kind, &id.schema, &id.name).map(|(facet, _)| facet);
        match self.get(id) {
            Some(Object::View(_)) => out.extend(parts(Kind::Column)),
            Some(Object::Composite(_)) => out.extend(parts(Kind::Column)),
            Some(Object::Domain(_)) => out.extend(parts(Kind::Constraint)),
            Some(Object::Constraint(of)) if of.has_index() => {
                let index = ObjectId::new(Kind::Index, &id.schema, &id.part);
                out.extend(self.facets(&index).map(|(facet, _)| facet));
            }
            Some(Object::Column(Column { identity: Some(identity), .. })) => {
                let own = &identity.sequence_name;
                let sequence = ObjectId::new(Kind::Sequence, &own.schema, &own.name);
                out.extend(self.facets(&sequence).map(|(facet, _)| facet));
            }
            _ => {}
        }
        out
    }
}

/// The keys of one kind of name: schema and name → who has it.
type Named<'a> = BTreeMap<(&'a str, &'a str), &'a ObjectId>;

/// Finds the holders of labels in a schema that stays as it is; looks through it once at most.
#[derive(Debug)]
pub struct Holders<'a> {
    schema: &'a Schema,
    keys: OnceCell<Named<'a>>,
    identities: OnceCell<Named<'a>>,
}

impl Holders<'_> {
    /// The object that a label lives and dies with.
    pub fn holder(&self, label: &ObjectId) -> Option<ObjectId> {
        let id = label.itself();
        let there = |id: &ObjectId| self.schema.contains(id);
        if there(&id) {
            return Some(id);
        }
        let ty = || Some(ObjectId::new(Kind::Type, &id.schema, &id.name)).filter(|ty| there(ty));
        match id.kind {
            Kind::Column | Kind::Constraint => {
                let view = ObjectId::new(Kind::View, &id.schema, &id.name);
                let table = ObjectId::table(&id.schema, &id.name);
                [view, table].into_iter().find(there).or_else(ty)
            }
            Kind::Index => self.key_of_index(&id.schema, &id.name),
            Kind::Sequence => self.identity_of_sequence(&id.schema, &id.name),
            _ => None,
        }
    }

    /// The key or exclusion constraint whose index has this name.
    fn key_of_index(&self, schema: &str, name: &str) -> Option<ObjectId> {
        let is_it =
            |id: &ObjectId| matches!(self.schema.get(id), Some(Object::Constraint(of)) if of.has_index());
        let generated = name.match_indices('_').filter_map(|(at, _)| name.get(..at));
        (generated.map(|table| ObjectId::part(Kind::Constraint, schema, table, name)).find(is_it)).or_else(
            || {
                let keys = self.keys.get_or_init(|| {
                    self.named(Kind::Constraint, |id, object| match object {
                        Object::Constraint(of) if of.has_index() => Some((&id.schema, &id.part)),
                        _ => None,
                    })
                });
                keys.get(&(schema, name)).map(|id| (*id).clone())
            },
        )
    }

    /// The identity column whose sequence has this name.
    fn identity_of_sequence(&self, schema: &str, name: &str) -> Option<ObjectId> {
        let is_it = |id: &ObjectId| match self.schema.get(id) {
            Some(Object::Column(Column { identity: Some(identity), .. })) => {
                identity.sequence_name.schema == schema && identity.sequence_name.name == name
            }
            _ => false,
        };
        let stem = name.strip_suffix("_seq").unwrap_or_default();
        let generated =
            stem.match_indices('_').filter_map(|(at, _)| Some((stem.get(..at)?, stem.get(at + 1..)?)));
        (generated.map(|(table, column)| ObjectId::column(schema, table, column)).find(is_it)).or_else(|| {
            let identities = self.identities.get_or_init(|| {
                self.named(Kind::Column, |id, object| match object {
                    Object::Column(Column { identity: Some(of), .. })
                        if of.sequence_name.schema == id.schema =>
                    {
                        Some((&of.sequence_name.schema, &of.sequence_name.name))
                    }
                    _ => None,
                })
            });
            identities.get(&(schema, name)).map(|id| (*id).clone())
        })
    }
}

impl<'a> Holders<'a> {
    /// The first object of a kind to have each name.
    fn named(
        &self,
        kind: Kind,
        name: impl Fn(&'a ObjectId, &'a Object) -> Option<(&'a String, &'a String)>,
    ) -> Named<'a> {
        let mut out = Named::new();
        let all = self.schema.objects.range(ObjectId::new(kind, "", "")..);
        for (id, object) in all.take_while(|(id, _)| id.kind == kind) {
            if let Some((schema, name)) = name(id, object) {
                out.entry((schema, name)).or_insert(id);
            }
        }
        out
    }
}

impl Constraint {
    /// Whether an index of its name stands behind it.
    pub fn has_index(&self) -> bool {
        matches!(self.rule, ConstraintRule::Key(_) | ConstraintRule::Exclude(_))
    }
}
