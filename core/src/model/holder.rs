//! Comments, owners and privileges of what has no entry of its own: the index of a key, the sequence of an identity
//! column, the columns of views and composite types, the checks of domains. Who holds them, and what is held.

use super::*;

impl Schema {
    /// The object that a label (a comment, owner, grant) lives and dies with.
    pub fn holder(&self, label: &ObjectId) -> Option<ObjectId> {
        let id = label.itself();
        if self.contains(&id) {
            return Some(id);
        }
        let ty = || Some(ObjectId::new(Kind::Type, &id.schema, &id.name)).filter(|ty| self.contains(ty));
        match id.kind {
            Kind::Column | Kind::Constraint => {
                let view = ObjectId::new(Kind::View, &id.schema, &id.name);
                let table = ObjectId::table(&id.schema, &id.name);
                [view, table].into_iter().find(|relation| self.contains(relation)).or_else(ty)
            }
            Kind::Index => self.key_of_index(&id.schema, &id.name),
            Kind::Sequence => self.identity_of_sequence(&id.schema, &id.name),
            _ => None,
        }
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

    /// The key or exclusion constraint whose index has this name.
    pub fn key_of_index(&self, schema: &str, name: &str) -> Option<ObjectId> {
        let is_it = |id: &ObjectId| matches!(self.get(id), Some(Object::Constraint(of)) if of.has_index());
        let generated = name.match_indices('_').filter_map(|(at, _)| name.get(..at));
        (generated.map(|table| ObjectId::part(Kind::Constraint, schema, table, name)).find(is_it))
            .or_else(|| self.all(Kind::Constraint, schema).find(|id| id.part == name && is_it(id)).cloned())
    }

    /// The identity column whose sequence has this name.
    pub fn identity_of_sequence(&self, schema: &str, name: &str) -> Option<ObjectId> {
        let is_it = |id: &ObjectId| match self.get(id) {
            Some(Object::Column(Column { identity: Some(identity), .. })) => {
                identity.sequence_name.schema == schema && identity.sequence_name.name == name
            }
            _ => false,
        };
        let stem = name.strip_suffix("_seq").unwrap_or_default();
        let generated =
            stem.match_indices('_').filter_map(|(at, _)| Some((stem.get(..at)?, stem.get(at + 1..)?)));
        (generated.map(|(table, column)| ObjectId::column(schema, table, column)).find(is_it))
            .or_else(|| self.all(Kind::Column, schema).find(|id| is_it(id)).cloned())
    }

    /// All ids of one kind in one schema. Slow for large ones: only where a name alone does not tell.
    fn all<'s>(&'s self, kind: Kind, schema: &'s str) -> impl Iterator<Item = &'s ObjectId> {
        let ids = self.objects.range(ObjectId::new(kind, schema, "")..).map(|(id, _)| id);
        ids.take_while(move |id| id.kind == kind && id.schema == schema)
    }
}

impl Constraint {
    /// Whether an index of its name stands behind it.
    pub fn has_index(&self) -> bool {
        matches!(self.rule, ConstraintRule::Key(_) | ConstraintRule::Exclude(_))
    }
}
