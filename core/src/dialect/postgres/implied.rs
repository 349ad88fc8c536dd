//! Database schemas that a source uses and does not create: files are often kept without `CREATE SCHEMA`. Such a schema is
//! what the other side says of it; where that says nothing either, it is made unless the server has it.

use crate::collections::BTreeSet;
use crate::model::{Facet, Kind, Namespace, Object, ObjectId, Schema};
use crate::pair::Pair;
use std::borrow::Cow;

/// Both sides with the schemas that go without saying.
pub(super) fn schemas<'a>(pair: Pair<&'a Schema>) -> Pair<Cow<'a, Schema>> {
    let used = pair.map(used);
    let mut out = pair.map(Cow::Borrowed);
    for name in used.desired.difference(&declared(pair.desired)) {
        let id = ObjectId::new(Kind::Schema, "", name);
        match pair.current.get(&id) {
            // It stays with what is said of it there.
            Some(object) => {
                let comment = id.facet(Facet::Comment);
                let said = pair.current.get(&comment).map(|said| (comment, said.clone()));
                out.desired.to_mut().objects.extend(said);
                out.desired.to_mut().objects.insert(id, object.clone());
            }
            None if used.current.contains(name) => {}
            None => _ = out.desired.to_mut().objects.insert(id, Object::Schema(Namespace { implied: true })),
        }
    }
    for name in used.current.difference(&declared(pair.current)) {
        let id = ObjectId::new(Kind::Schema, "", name);
        if let Some(object) = pair.desired.get(&id) {
            out.current.to_mut().objects.insert(id, object.clone());
        }
    }
    out
}

/// The schemas that something lives in.
fn used(schema: &Schema) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for (id, object) in &schema.objects {
        let name = match object {
            Object::Extension(of) => of.schema.as_deref().unwrap_or_default(),
            _ if id.facet.is_itself() => id.schema.as_str(),
            _ => "",
        };
        if !name.is_empty() && !out.contains(name) {
            out.insert(name.to_owned());
        }
    }
    out.retain(|name| name != "public" && name != "information_schema" && !name.starts_with("pg_"));
    out
}

fn declared(schema: &Schema) -> BTreeSet<String> {
    let first = ObjectId::new(Kind::Schema, "", "");
    let all = schema.objects.range(first..).take_while(|(id, _)| id.kind == Kind::Schema);
    all.filter(|(id, _)| id.facet.is_itself()).map(|(id, _)| id.name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use crate::options::Options;
    use crate::pair::Pair;
    use crate::source::Source;

    #[track_caller]
    fn check(current: &str, desired: &str, expected: &str) {
        let read = |text: &str| crate::parse(&[Source::new("a.sql", text)]);
        let (current, desired) = (read(current).schema, read(desired));
        let options = Options { directives: desired.renames, ..Options::default() };
        let pair = Pair::new(&current, &desired.schema);
        let plan = crate::dialect::postgres::planner::plan(pair, &options);
        pretty_assertions::assert_eq!(
            plan.steps().map(|step| step.sql.as_str()).collect::<Vec<_>>().join("; "),
            expected
        );
    }

    #[test]
    fn schemas_that_nobody_creates() {
        let (made, ty, both) =
            ("CREATE SCHEMA app;", "CREATE TYPE app.e AS ENUM ();", "CREATE TYPE app.f AS ENUM ();");
        check("", ty, "CREATE SCHEMA IF NOT EXISTS app; CREATE TYPE app.e AS ENUM ()");
        check(ty, &format!("{ty}{both}"), "CREATE TYPE app.f AS ENUM ()");
        check(ty, "", "DROP TYPE app.e");
        check(&format!("{made}{ty}"), ty, "");
        check(&format!("{made} COMMENT ON SCHEMA app IS 'a';"), ty, "CREATE TYPE app.e AS ENUM ()");
        check(ty, &format!("{made}{ty}"), "");
        check("", &format!("{made}{ty}"), "CREATE SCHEMA app; CREATE TYPE app.e AS ENUM ()");
        check(
            "",
            "CREATE EXTENSION citext SCHEMA e;",
            "CREATE SCHEMA IF NOT EXISTS e; CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA e",
        );
        check(
            "CREATE TYPE e AS ENUM ();",
            "-- @renamed from=public.e\nCREATE TYPE app.e AS ENUM ();",
            "CREATE SCHEMA IF NOT EXISTS app; ALTER TYPE e SET SCHEMA app",
        );
    }
}
