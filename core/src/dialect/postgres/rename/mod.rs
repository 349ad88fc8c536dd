//! Renames the user declared: which objects are meant, the statements, and the current schema under its new names.
//! A rename is never guessed; likely ones are suggested (`suggest`).

mod along;
mod apply;
mod aside;
mod bodies;
mod label;
mod mentioned;
mod multirange;
mod named;
mod resolve;
mod statement;
mod suggest;
mod words;

pub use apply::{follow, follow_column, follow_extension};
pub use label::relabel;
pub use mentioned::{Mentioned, STAR};
pub use suggest::suggestions;

use super::expand;
use super::render::ident;
use crate::collections::BTreeMap;
use crate::diagnostic::Diagnostic;
use crate::model::{Kind, Object, ObjectId, Schema};
use crate::options::Options;
use crate::pair::Pair;
use crate::plan::Step;
use std::borrow::Cow;

/// That a directive may have been followed already.
pub const UNDECIDED: &str = "rename-undecided";

/// Old id → new id. Parts of a renamed relation are here only if they are renamed themselves; then their old id names
/// the relation as it was.
pub type Map = BTreeMap<ObjectId, ObjectId>;

/// The renames carried out.
#[derive(Clone, Debug)]
pub struct Renamed<'a> {
    /// The current schema under its new names.
    pub current: Cow<'a, Schema>,
    /// The statements.
    pub steps: Vec<Step>,
    /// What was renamed to what.
    pub map: Map,
    /// Renames that name nothing, or something that cannot be renamed.
    pub diagnostics: Vec<Diagnostic>,
}

/// Carries out the renames that the options declare.
pub fn renamed<'a>(pair: Pair<&'a Schema>, options: &Options) -> Renamed<'a> {
    let nothing = |diagnostics| Renamed {
        current: Cow::Borrowed(pair.current),
        steps: Vec::new(),
        map: Map::new(),
        diagnostics,
    };
    if options.renames.is_empty() && options.directives.is_empty() {
        return nothing(Vec::new());
    }
    let (mut map, mut diagnostics) = resolve::resolve(pair, options);
    multirange::renames(pair, &mut map);
    if map.is_empty() {
        return nothing(diagnostics);
    }
    diagnostics.extend(bodies::stale(pair.desired, &map));
    let mut current = apply::apply(pair.current, &map);
    let mut steps = Vec::new();
    for schema in map.values().map(|id| ObjectId::new(Kind::Schema, "", &id.schema)) {
        // Something moves into a schema that is new itself.
        if let Some(Object::Schema(of)) = pair.desired.get(&schema).filter(|_| !current.contains(&schema)) {
            steps.extend(expand::create_schema(&schema, of));
            current.objects.insert(schema, Object::Schema(of.clone()));
        }
    }
    steps.extend(statement::statements(Pair::new(pair.current, &current), &map));
    Renamed { current: Cow::Owned(current), steps, map, diagnostics }
}

/// A name as a directive writes it: with its schema, or for a part and an enum's label alone.
pub fn written(id: &ObjectId) -> String {
    match (id.part.is_empty() || id.kind == Kind::Function, id.schema.as_str()) {
        (false, _) => ident(&id.part),
        (true, "") => ident(&id.name),
        (true, schema) => format!("{}.{}", ident(schema), ident(&id.name)),
    }
}
