//! Types, domains, composites: names resolved, collations that are the type's own left out.

use super::Work;
use crate::model::{ColumnType, CompositeType, Domain, QualifiedName};

impl Work<'_, '_> {
    /// Resolves a type's schema and spelling.
    pub(super) fn column_type(&self, ty: &mut ColumnType) {
        *ty = self.side.resolve_type(ty);
    }

    /// `pg_catalog.default` is no collation of one's own.
    pub(super) fn collation(&self, collation: &mut Option<QualifiedName>) {
        if let Some(name) = collation {
            if name.schema == "pg_catalog" {
                name.schema.clear();
            }
            if name.schema.is_empty() && name.name == "default" {
                *collation = None;
            }
        }
    }

    pub(super) fn domain(&mut self, domain: &mut Domain) {
        self.column_type(&mut domain.base);
        self.collation(&mut domain.collation);
        let base = domain.base.clone();
        if let Some(default) = &mut domain.default {
            self.assigned(default, &Row::None, &base);
        }
        for check in &mut domain.checks {
            self.condition(&mut check.expression, &Row::Value(base.clone()));
        }
        domain.checks.sort_by(|a, b| a.name.cmp(&b.name));
    }

    pub(super) fn composite(&mut self, composite: &mut CompositeType) {
        for attribute in &mut composite.attributes {
            self.column_type(&mut attribute.ty);
            self.collation(&mut attribute.collation);
        }
    }
}

pub(super) use crate::dialect::postgres::canon::schema::side::Row;
