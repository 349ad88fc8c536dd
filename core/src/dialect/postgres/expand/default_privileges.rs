//! ALTER DEFAULT PRIVILEGES.

use crate::dialect::postgres::parse::default_privileges::{base, kind_of};
use crate::dialect::postgres::render::label;
use crate::model::{DefaultPrivileges, Grant, ObjectId};
use crate::plan::{Step, Verb};

/// From one state of a rule to another; where there is none, the state is that of which nothing was said.
pub(super) fn change(
    id: &ObjectId,
    from: Option<&DefaultPrivileges>,
    to: Option<&DefaultPrivileges>,
) -> Vec<Step> {
    let Some(any) = to.or(from) else { return Vec::new() };
    let kind = kind_of(&any.objects);
    let initial = base(&id.schema, kind, &any.grantee, any.role.as_deref());
    let grant = |rule: Option<&DefaultPrivileges>| -> Grant {
        rule.map_or_else(|| initial.clone(), |rule| rule.grant.clone())
    };
    let mut head = "ALTER DEFAULT PRIVILEGES".to_owned();
    if let Some(role) = &any.role {
        head += &format!(" FOR ROLE {}", label::role(role));
    }
    if !id.schema.is_empty() {
        head += &format!(" IN SCHEMA {}", crate::dialect::postgres::render::ident(&id.schema));
    }
    let on = any.objects.to_uppercase();
    (label::changes(&ObjectId::new(kind, "", ""), &on, &any.grantee, &grant(from), &grant(to)).into_iter())
        .map(|sql| Step::new(Verb::Alter, id, format!("{head} {sql}")))
        .collect()
}
