//! Privileges on columns that are nowhere.

use super::{Places, fault};
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::canon::schema::Missing;
use crate::dialect::postgres::parse::references;
use crate::model::{Facet, Kind, ObjectId, Schema};

/// Columns that every table has.
const OF_THE_SYSTEM: &[&str] = &["ctid", "xmin", "cmin", "xmax", "cmax", "tableoid"];

pub(super) fn faults(schema: &Schema, places: &Places<'_>) -> Vec<Diagnostic> {
    if !references::are_known(schema) {
        return Vec::new();
    }
    let missing = Missing::new(schema);
    let columns = schema.objects.range(ObjectId::new(Kind::Column, "", "")..);
    let granted = columns
        .map(|(id, _)| id)
        .take_while(|id| id.kind == Kind::Column)
        .filter(|id| matches!(id.facet, Facet::Grant(_)) && !schema.contains(&id.itself()))
        .filter(|id| !OF_THE_SYSTEM.contains(&id.part.as_str()));
    let faults = granted.filter_map(|id| {
        let on = schema.relation(&id.schema, &id.name)?;
        if missing.columns(&on)?.iter().any(|(name, _)| *name == id.part) {
            return None;
        }
        let message = format!("{on} has no column \"{}\" to have privileges on", id.part);
        places.within(id, None, &id.part).map(|span| fault("missing-object", message, span))
    });
    faults.collect()
}
