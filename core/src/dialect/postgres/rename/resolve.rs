//! Which objects a declared rename means. What is renamed along with them lives in `along.rs`.

use super::{Map, along, aside};
use crate::collections::BTreeMap;
use crate::diagnostic::{Diagnostic, Level};
use crate::model::*;
use crate::options::Options;
use crate::pair::Pair;
use crate::value::from_value;

/// All renames, those that follow included.
pub(super) fn resolve(pair: Pair<&Schema>, options: &Options) -> (Map, Vec<Diagnostic>) {
    let mut map = Map::new();
    let mut diagnostics = Vec::new();
    // Relations first: parts are found by the old name of theirs.
    for parts in [false, true] {
        let homes = if parts { old_homes(pair, &map) } else { Homes::new() };
        let directives = || options.directives.iter().filter(|(id, _)| id.is_part() == parts);
        loop {
            let before = map.len();
            for (new, old) in directives() {
                directive(pair, options, (new, old), &homes, &mut map);
            }
            for rename in &options.renames {
                flag(pair, &asked(&rename.from), &split(&rename.to), parts, &mut map);
            }
            // What is renamed frees a name for another.
            if map.len() == before {
                break;
            }
        }
        diagnostics.extend(directives().filter_map(|(new, old)| doubt(pair, (new, old), &homes, &map)));
    }
    for rename in &options.renames {
        let asked = asked(&rename.from);
        if !map.keys().any(|old| asked.means(old)) {
            let message = format!("nothing is renamed by {}={}", rename.from, rename.to);
            diagnostics.push(Diagnostic {
                level: Level::Warning,
                code: "rename-without-object".into(),
                message,
                span: None,
                also: None,
                help: Some(
                    "the old name must be there now, and the new one in the desired schema only".into(),
                ),
            });
        }
    }
    along::handed_on(pair, &mut map);
    along::follow(pair, &mut map);
    aside::set_aside(pair, &mut map);
    (map, diagnostics)
}

/// The old name of `--rename`, before which a kind may stand: `table:app.orders`.
struct Asked {
    kind: Option<Kind>,
    parts: Vec<String>,
}

impl Asked {
    fn means(&self, id: &ObjectId) -> bool {
        self.kind.is_none_or(|kind| kind == id.kind) && names(id, &self.parts)
    }
}

fn asked(from: &str) -> Asked {
    let kind = from.split_once(':').and_then(|(kind, name)| {
        let kind = from_value(kind.trim().to_lowercase().replace(' ', "_").into()).ok()?;
        Some((kind, name))
    });
    let name = kind.map_or(from, |(_, name)| name);
    Asked { kind: kind.map(|(kind, _)| kind), parts: split(name) }
}

/// Takes a name apart at its dots, quotes removed.
fn split(name: &str) -> Vec<String> {
    let tokens = crate::dialect::postgres::lex::tokens(name);
    (tokens.iter().map(|t| t.text(name)).filter(|part| *part != "."))
        .map(crate::dialect::postgres::parse::cursor::unquote_ident)
        .collect()
}

/// Relations by their new schema and name: their old schema and name.
type Homes = BTreeMap<(String, String), (String, String)>;

/// Where the relations that are renamed live before.
fn old_homes(pair: Pair<&Schema>, map: &Map) -> Homes {
    let mut out = Homes::new();
    for (old, new) in map.iter().filter(|(old, _)| old.kind == Kind::Schema) {
        let inside = pair.current.objects.keys().filter(|id| id.schema == old.name && is_relation(id));
        let homes =
            inside.map(|id| ((new.name.clone(), id.name.clone()), (id.schema.clone(), id.name.clone())));
        out.extend(homes);
    }
    for (old, new) in map.iter().filter(|(old, new)| !old.is_part() && is_relation(new)) {
        let new = (new.schema.clone(), new.name.clone());
        out.insert(new, (old.schema.clone(), old.name.clone()));
    }
    out
}

pub(super) fn is_relation(id: &ObjectId) -> bool {
    matches!(id.kind, Kind::Table | Kind::View)
}

/// A directive at an object: of the names that it may have, the first that something has.
fn directive(
    pair: Pair<&Schema>,
    options: &Options,
    (new, names): (&ObjectId, &[String]),
    homes: &Homes,
    map: &mut Map,
) {
    let Some(id) = before(pair, (new, names), homes, map) else { return };
    if is_label(new) || !pair.current.contains(new) {
        return put(pair, id, new.clone(), map);
    }
    // Where both names are there before and after, only the objects can tell whether it has been done.
    if same(pair, new, new) {
        return;
    }
    if is_left(options, new) {
        put(pair, id.clone(), new.clone(), map);
    }
    // Another one that is there already and goes makes room for one that is just what is wanted.
    let goes = there(pair.current, &id) && !there(pair.desired, &id);
    if id != *new && goes && is_relation(new) && same(pair, &id, new) {
        map.insert(id, new.clone());
    }
}

fn is_label(id: &ObjectId) -> bool {
    id.kind == Kind::Type && !id.part.is_empty()
}

/// What an object of a directive is called now.
fn before(
    pair: Pair<&Schema>,
    (new, names): (&ObjectId, &[String]),
    homes: &Homes,
    map: &Map,
) -> Option<ObjectId> {
    let before: Vec<ObjectId> = names.iter().filter_map(|name| called(pair, new, name, homes, map)).collect();
    before.iter().find(|id| there(pair.current, id)).or(before.first()).cloned()
}

/// What nobody can tell of a directive: both names are there now.
fn doubt(
    pair: Pair<&Schema>,
    (new, names): (&ObjectId, &[String]),
    homes: &Homes,
    map: &Map,
) -> Option<Diagnostic> {
    let id = before(pair, (new, names), homes, map)?;
    let both = there(pair.current, &id) && there(pair.current, new) && id != *new;
    if !both || is_label(new) || map.get(&id).is_some_and(|to| to == new) {
        return None;
    }
    match (same(pair, new, new), there(pair.desired, &id)) {
        (true, true) => same(pair, &id, new).then(|| cannot_tell(&id, new)),
        (false, false) => Some(both_there(&id, new)),
        _ => None,
    }
}

/// What an object would be by an old name, which may bring its old schema (or for a part its table).
fn called(pair: Pair<&Schema>, new: &ObjectId, old: &str, homes: &Homes, map: &Map) -> Option<ObjectId> {
    let parts = split(old);
    let last = parts.last()?;
    let mut id = new.clone();
    if new.is_part() {
        let home = (new.schema.clone(), new.name.clone());
        (id.schema, id.name) = homes.get(&home).unwrap_or(&home).clone();
        id.part = last.clone();
    } else if is_label(new) {
        let of = ObjectId { part: String::new(), ..new.clone() };
        let home = map.iter().find(|(_, to)| **to == of).map_or(&of, |(from, _)| from);
        id = ObjectId { part: last.clone(), ..home.clone() };
    } else {
        id.name = last.clone();
        if let [schema, _] = parts.as_slice() {
            id.schema = schema.clone();
        }
    }
    // A name alone, of something that comes to this schema from the usual one.
    if parts.len() == 1 && !new.is_part() && !pair.current.contains(&id) {
        let usual = ObjectId { schema: "public".into(), ..id.clone() };
        id = if pair.current.contains(&usual) { usual } else { id };
    }
    if new.kind == Kind::Function {
        // The signature may speak of what is renamed too; the name decides if it is the only one.
        id = only_one(pair.current, &id);
    }
    Some(id)
}

/// Whether something of that name is to have another one.
fn is_left(options: &Options, id: &ObjectId) -> bool {
    let leaves = |old: &str| split(old).last().is_some_and(|name| name == id.own_name());
    options.directives.iter().any(|(new, old)| new.kind == id.kind && old.iter().any(|old| leaves(old)))
        || options.renames.iter().any(|rename| leaves(&rename.from))
}

/// Whether an object is now what another one is to be, its columns included.
fn same(pair: Pair<&Schema>, now: &ObjectId, then: &ObjectId) -> bool {
    let parts = |schema: &'_ Schema, of: &ObjectId| -> Vec<(String, Object)> {
        let columns = schema.parts(Kind::Column, &of.schema, &of.name).filter(|_| is_relation(of));
        columns.filter(|(id, _)| id.facet.is_itself()).map(|(id, of)| (id.part.clone(), of.clone())).collect()
    };
    pair.current.get(now) == pair.desired.get(then) && parts(pair.current, now) == parts(pair.desired, then)
}

/// Two that are alike have changed names, or are to.
fn cannot_tell(old: &ObjectId, new: &ObjectId) -> Diagnostic {
    Diagnostic {
        level: Level::Warning,
        code: super::UNDECIDED.into(),
        message: format!(
            "whether {new} has been renamed from {} yet cannot be told: both are alike",
            old.own_name()
        ),
        span: None,
        also: None,
        help: Some(
            "it is taken to be done; --rename old=new does it, and a directive that has served can go".into(),
        ),
    }
}

/// Either it has been renamed and the old one is another that is to go, or it is to be renamed and the new one is in its way.
fn both_there(old: &ObjectId, new: &ObjectId) -> Diagnostic {
    let message = format!(
        "{new} is to be renamed from {}, but both are there now, and neither is as wanted",
        old.own_name()
    );
    Diagnostic::of_all("rename-both-there", message).help(
        "if it has been renamed already, take the directive away; if not, drop the one that is in the way first",
    )
}

fn only_one(schema: &Schema, id: &ObjectId) -> ObjectId {
    if schema.contains(id) {
        return id.clone();
    }
    let first = ObjectId::new(id.kind, &id.schema, &id.name);
    let mut found = (schema.objects.range(first..))
        .map(|(other, _)| other)
        .take_while(|other| other.kind == id.kind && other.schema == id.schema && other.name == id.name)
        .filter(|other| other.facet.is_itself());
    match (found.next(), found.next()) {
        (Some(one), None) => one.clone(),
        _ => id.clone(),
    }
}

/// Notes a rename that is still to be done: the old one is there, the new one is not.
pub(super) fn put(pair: Pair<&Schema>, old: ObjectId, new: ObjectId, map: &mut Map) {
    // A name that is freed by another rename may be taken.
    let free = !there(pair.current, &new) || map.contains_key(&new) || there(pair.desired, &old);
    if old != new && there(pair.current, &old) && there(pair.desired, &new) && free {
        map.insert(old, new);
    }
}

/// Whether something is there; a label or attribute where its type has it.
fn there(schema: &Schema, id: &ObjectId) -> bool {
    match id.kind == Kind::Type && !id.part.is_empty() {
        true => has_label(schema, id),
        false => schema.contains(id),
    }
}

fn has_label(schema: &Schema, id: &ObjectId) -> bool {
    match schema.get(&ObjectId { part: String::new(), ..id.clone() }) {
        Some(Object::Enum(of)) => of.labels.contains(&id.part),
        Some(Object::Composite(of)) => of.attributes.iter().any(|of| of.name == id.part),
        _ => false,
    }
}

/// Whether an id is what a user calls by these parts of a name.
fn names(id: &ObjectId, parts: &[String]) -> bool {
    let own = if id.is_part() { vec![&id.schema, &id.name, &id.part] } else { vec![&id.schema, &id.name] };
    let own = &own[own.len().saturating_sub(parts.len().max(1 + usize::from(id.is_part())))..];
    own.len() == parts.len()
        && own.iter().zip(parts).all(|(a, b)| *a == b)
        && (parts.len() + 1 != 2 + usize::from(id.is_part()) || id.schema == "public" || id.schema.is_empty())
}

/// `--rename old=new`: every kind of object of that name whose new name is wanted.
fn flag(pair: Pair<&Schema>, from: &Asked, to: &[String], parts: bool, map: &mut Map) {
    let Some(new_name) = to.last() else { return };
    let found: Vec<ObjectId> = (pair.current.objects.keys())
        .filter(|id| id.facet.is_itself() && id.is_part() == parts && from.means(id))
        .cloned()
        .collect();
    for old in found {
        let mut new = old.clone();
        if parts {
            new.part = new_name.clone();
            if let Some(home) = map.get(&ObjectId::table(&old.schema, &old.name)) {
                (new.schema, new.name) = (home.schema.clone(), home.name.clone());
            }
        } else {
            new.name = new_name.clone();
            if let [schema, _] = to {
                new.schema = schema.clone();
            }
        }
        put(pair, old, new, map);
    }
}
