//! Comments, owners, privileges: what is said of an object.

use crate::dialect::postgres::privileges;
use crate::dialect::postgres::render::label;
use crate::model::{Facet, Grant, Kind, ObjectId, Schema};
use crate::plan::{Severity, Step, Verb};

pub(super) fn comment(schema: &Schema, id: &ObjectId, text: Option<&str>) -> Vec<Step> {
    let step = Step::new(Verb::Alter, id, label::comment(schema, id, text));
    vec![match id.kind {
        Kind::Table | Kind::View | Kind::Index | Kind::Sequence | Kind::Column => {
            step.lock("SHARE UPDATE EXCLUSIVE", &ObjectId::new(relation_kind(id.kind), &id.schema, &id.name))
        }
        _ => step,
    }]
}

fn relation_kind(kind: Kind) -> Kind {
    if kind == Kind::Column { Kind::Table } else { kind }
}

pub(super) fn owner(schema: &Schema, id: &ObjectId, owner: &str) -> Vec<Step> {
    let step = Step::new(Verb::Alter, id, label::owner(schema, id, owner)).raise(Severity::Medium);
    vec![step.lock("ACCESS EXCLUSIVE", &id.itself())]
}

/// From one state of a grantee's privileges to another; where nothing is said, the state is the initial one.
pub(super) fn grant(schema: &Schema, id: &ObjectId, from: Option<&Grant>, to: Option<&Grant>) -> Vec<Step> {
    let Facet::Grant(grantee) = &id.facet else { return Vec::new() };
    let initial = privileges::default(id, grantee, privileges::owner(schema, id));
    let (from, to) = (from.unwrap_or(&initial), to.unwrap_or(&initial));
    (label::grant(schema, id, grantee, from, to).into_iter())
        .map(|sql| {
            let severity = if sql.starts_with("REVOKE") { Severity::Medium } else { Severity::Low };
            Step::new(Verb::Alter, id, sql).raise(severity)
        })
        .collect()
}

/// `SECURITY LABEL`; none for no text.
pub(super) fn security_label(schema: &Schema, id: &ObjectId, text: Option<&str>) -> Vec<Step> {
    let Facet::SecurityLabel(provider) = &id.facet else { return Vec::new() };
    vec![Step::new(Verb::Alter, id, label::security_label(schema, id, provider, text))]
}
