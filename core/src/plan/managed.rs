//! Which owners, privileges and schemas take part in a comparison. What the user leaves out is `crate::scope`'s business.

use crate::model::{Facet, Kind, Object, ObjectId, Schema};
use crate::options::Options;
use crate::pair::Pair;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Both sides, as they are to be compared. Owners and privileges of which the desired side says nothing are taken over
/// from the current one: then they do not differ, and come back when their object is made again.
pub(super) fn managed<'a>(pair: Pair<&'a Schema>, options: &Options) -> Pair<Cow<'a, Schema>> {
    let mut out = pair.map(Cow::Borrowed);
    let mut kept = Vec::new();
    let mut said: BTreeSet<(ObjectId, bool)> = BTreeSet::new();
    for id in out.desired.objects.keys() {
        if let Some(owner) = label(id) {
            said.insert((id.itself(), owner));
        }
    }
    for (id, object) in &out.current.objects {
        let Some(owner) = label(id) else { continue };
        let all = if owner { options.manage.owners } else { options.manage.grants };
        let itself = id.itself();
        if !all && !said.contains(&(itself.clone(), owner)) && there(&out.desired, &itself) {
            kept.push((id.clone(), object.clone()));
        }
    }
    if !kept.is_empty() {
        out.desired.to_mut().objects.extend(kept);
    }
    implied_schemas(&mut out);
    out
}

/// Whether what a facet speaks of is there; columns of views have no entry of their own.
fn there(schema: &Schema, id: &ObjectId) -> bool {
    schema.contains(id) || (id.kind == Kind::Column && schema.relation(&id.schema, &id.name).is_some())
}

/// `Some(true)` for an owner, `Some(false)` for privileges.
fn label(id: &ObjectId) -> Option<bool> {
    match id.facet {
        Facet::Owner => Some(true),
        Facet::Grant(_) => Some(false),
        _ => None,
    }
}

/// A schema that only one side names but both use is there on both: `public` always, others where objects live in them.
fn implied_schemas(pair: &mut Pair<Cow<'_, Schema>>) {
    let public = ObjectId::new(Kind::Schema, "", "public");
    let has = |schema: &Schema, id: &ObjectId| schema.contains(id);
    let either = has(&pair.current, &public) || has(&pair.desired, &public);
    if either {
        for side in [&mut pair.current, &mut pair.desired] {
            if !side.contains(&public) {
                side.to_mut().objects.insert(public.clone(), Object::Schema(Default::default()));
            }
        }
    }
}
