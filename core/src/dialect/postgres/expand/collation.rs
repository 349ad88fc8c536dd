//! Collations cannot be changed: where columns or types sort by one, the old one steps aside, they go over to the new one,
//! and the old one is dropped.

use super::rebuild::{self, is_inherited, labels, old_name};
use super::{alter_table, definition, table_of};
use crate::dialect::postgres::render::{collate, ident, relation, ty};
use crate::model::{Column, Definition, Object, ObjectId, QualifiedName};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context};
use crate::plan::{Severity, Step, Verb};

pub(super) fn alter(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Definition>) -> Alteration {
    let columns = columns(cx, id);
    let types = types(cx, id);
    if columns.is_empty() && types.is_empty() || pair.current.clauses == pair.desired.clauses {
        return definition::alter(id, pair);
    }
    let old = ObjectId { name: old_name(cx, id), ..id.clone() };
    let sql = format!("ALTER COLLATION {} RENAME TO {}", relation(id), ident(&old.name));
    let mut steps = vec![Step::new(Verb::Rename, id, sql)];
    steps.extend(definition::create(id, pair.desired));
    let made = cx.schemas.desired.get(id);
    steps.extend(made.into_iter().flat_map(|made| labels(cx, id, made)));
    let (over, held) = rebuild::over(cx, id, &types);
    steps.extend(over);
    steps.extend(columns.iter().map(|(column, of)| goes_over(column, of)));
    steps.push(Step::new(Verb::Drop, id, format!("DROP COLLATION {}", relation(&old))));
    let columns = columns.into_iter().map(|(column, _)| column);
    Alteration::Rebuilding(steps, std::iter::once(id.clone()).chain(columns).chain(held).collect())
}

/// The types that sort by it and go on doing so.
fn types(cx: &Context<'_>, id: &ObjectId) -> Vec<ObjectId> {
    let name = QualifiedName::new(id.schema.as_str(), id.name.as_str());
    let sorts = |object: &Object| match object {
        Object::Domain(of) => of.collation.as_ref() == Some(&name),
        Object::Composite(of) => of.attributes.iter().any(|a| a.collation.as_ref() == Some(&name)),
        _ => false,
    };
    let all = cx.schemas.current.objects.iter().filter(|(_, object)| sorts(object)).map(|(of, _)| of);
    let stays = |of: &&ObjectId| cx.schemas.desired.get(of).is_some_and(sorts);
    all.filter(stays).cloned().collect()
}

/// The columns that sort by it and go on doing so.
fn columns<'a>(cx: &Context<'a>, id: &ObjectId) -> Vec<(ObjectId, &'a Column)> {
    let name = QualifiedName::new(id.schema.as_str(), id.name.as_str());
    let sorts = |column: &Column| column.collation.as_ref() == Some(&name);
    let all = cx.schemas.current.objects.iter().filter_map(|(column, object)| match object {
        Object::Column(of) if sorts(of) && of.generated.is_none() => Some((column.clone(), of)),
        _ => None,
    });
    all.filter(|(column, of)| {
        let stays = cx.schemas.desired.column(&column.schema, &column.name, &column.part).is_some_and(sorts);
        stays && !is_inherited(cx.schemas.current, column, of)
    })
    .collect()
}

fn goes_over(column: &ObjectId, of: &Column) -> Step {
    let table = table_of(column);
    let action =
        format!("ALTER COLUMN {} TYPE {}{}", ident(&column.part), ty(&of.ty), collate(&of.collation));
    let step = Step::action(Verb::Alter, column, &alter_table(column), action);
    step.lock("ACCESS EXCLUSIVE", &table).scans(&table).raise(Severity::Medium)
}
