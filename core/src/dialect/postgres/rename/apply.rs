//! A schema under new names: ids, the names that objects hold of others, and the names in texts that the server keeps
//! up by itself. Texts it does not look into (function bodies) stay as they are.

use super::mentioned::Mentioned;
use super::named::{Look, Sought};
use super::{Map, multirange};
use crate::collections::{BTreeMap, BTreeSet};
use crate::dialect::postgres::canon::builtin::extensions;
use crate::dialect::postgres::canon::schema::relation_columns;
use crate::dialect::postgres::definition;
use crate::dialect::postgres::names::multirange_of;
use crate::model::*;

/// The same schema under new names.
pub(super) fn apply(schema: &Schema, map: &Map) -> Schema {
    let names = Names::new(schema, map);
    let mut out = Schema {
        objects: (schema.objects.iter())
            .map(|(id, object)| {
                let to = match map.contains_key(&id.itself()) {
                    true => names.id(id),
                    false => names.signature(&names.id(id)),
                };
                (to, names.object(id, object))
            })
            .collect(),
    };
    for (old, new) in map.iter().filter(|(old, _)| old.kind == Kind::Type && !old.part.is_empty()) {
        let of = names.id(&ObjectId { part: String::new(), ..old.clone() });
        if matches!(out.get(&of), Some(Object::Enum(_))) {
            super::label::relabel(&mut out, &of, &old.part, &new.part);
        }
    }
    out
}

/// Renames what the objects of a schema still call by old names, when the things themselves have their new ones already.
pub fn follow(schema: &mut Schema, map: &Map) {
    let names = Names { keeps_names: true, ..Names::new(schema, map) };
    let sought = Sought::new(map.keys().map(|old| match old.kind {
        Kind::Column => old.part.as_str(),
        _ => old.name.as_str(),
    }));
    let objects = schema.objects.iter().filter(|(id, object)| sought.in_object(id, object));
    let changed = changed(schema, &names, objects);
    take_in(schema, changed);
}

/// The same of one column, of which it is known what may name it.
pub fn follow_column(schema: &mut Schema, mentioned: &mut Mentioned, old: &ObjectId, new: &ObjectId) {
    let map = Map::from([(old.clone(), new.clone())]);
    let names = Names { keeps_names: true, ..Names::new(schema, &map) };
    let may_name = mentioned.of(&old.name, &old.part);
    let objects = may_name.into_iter().filter_map(|id| schema.objects.get_key_value(id));
    let changed = changed(schema, &names, objects);
    take_in(schema, changed);
    mentioned.renamed(old, new);
    if let Some(object) = schema.get(new) {
        mentioned.add(new, object);
    }
    schema.facets(new).for_each(|(id, object)| mentioned.add(id, object));
}

/// An object with the id that it had and the one that it has now.
type Changed = (ObjectId, ObjectId, Object);

/// What of some objects has other names.
fn changed<'a>(
    schema: &Schema,
    names: &Names<'_>,
    objects: impl Iterator<Item = (&'a ObjectId, &'a Object)>,
) -> Vec<Changed> {
    objects
        .map(|(id, object)| (id, names.signature(id), names.object(id, object)))
        .filter(|(id, to, object)| *id != to || schema.get(id) != Some(object))
        .map(|(id, to, object)| (id.clone(), to, object))
        .collect()
}

fn take_in(schema: &mut Schema, changed: Vec<Changed>) {
    for (id, to, object) in changed {
        if id != to {
            let facets: Vec<_> =
                schema.facets(&id).map(|(id, object)| (id.clone(), object.clone())).collect();
            for (facet, object) in facets {
                schema.objects.remove(&facet);
                schema.objects.insert(to.facet(facet.facet), object);
            }
            schema.objects.remove(&id);
        }
        schema.objects.insert(to, object);
    }
}

/// An extension has moved to another schema: what it brings is called so from now on.
pub fn follow_extension(schema: &mut Schema, extension: &str, from: &str, to: &str) {
    let ty = |schema: &str, name: &str| ObjectId::new(Kind::Type, schema, name);
    let moved = extensions::types_of(extension).map(|name| (ty(from, name), ty(to, name)));
    follow(schema, &moved.collect());
}

/// Renames the columns of a relation in a list.
type List<'a> = &'a dyn Fn((&str, &str), &mut Vec<String>);

/// The renames by what they are looked up by, all under old names.
pub(super) struct Names<'a> {
    pub(super) schema: &'a Schema,
    pub(super) map: &'a Map,
    /// (schema, relation) → the same.
    pub(super) relations: BTreeMap<(&'a str, &'a str), &'a ObjectId>,
    /// The renamed columns by their own name.
    columns: BTreeMap<&'a str, Vec<(&'a ObjectId, &'a ObjectId)>>,
    /// The relations of renamed columns by their own name.
    pub(super) of_columns: BTreeSet<&'a str>,
    /// The renamed tables and views by their own name.
    pub(super) tables: BTreeMap<&'a str, Vec<&'a ObjectId>>,
    /// Whether what comes out of a query has names of its own, which the renaming of columns does not change.
    pub(super) keeps_names: bool,
}

impl<'a> Names<'a> {
    fn new(schema: &'a Schema, map: &'a Map) -> Self {
        let is_relation =
            |id: &ObjectId| matches!(id.kind, Kind::Table | Kind::View | Kind::Sequence | Kind::Type);
        let relations = (map.iter())
            .filter(|(id, _)| is_relation(id) && id.part.is_empty())
            .map(|(old, new)| ((old.schema.as_str(), old.name.as_str()), new))
            .collect();
        let (mut columns, mut tables) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        for (old, new) in map {
            match old.kind {
                Kind::Column => columns.entry(old.part.as_str()).or_default().push((old, new)),
                Kind::Table | Kind::View => tables.entry(old.name.as_str()).or_default().push(new),
                _ => {}
            }
        }
        let of_columns = columns.values().flatten().map(|(old, _)| old.name.as_str()).collect();
        Names { schema, map, relations, columns, of_columns, tables, keeps_names: false }
    }

    /// An id with the names that stand in its signature, or that a cast is called by, renamed.
    fn signature(&self, id: &ObjectId) -> ObjectId {
        let mut out = id.clone();
        match id.kind {
            Kind::Function | Kind::Aggregate | Kind::Operator => {
                // Every name has its schema there, `public` too.
                let path = std::sync::Arc::new(vec!["pg_catalog".to_owned()]);
                let mut sql = SqlText { text: std::mem::take(&mut out.part), path };
                self.rewrite(&mut sql, &BTreeMap::new());
                out.part = sql.text;
            }
            Kind::Cast | Kind::Transform => self.words(&mut out.name, &BTreeMap::new()),
            _ => {}
        }
        out
    }

    /// Renames in a text that names everything with its schema.
    fn words(&self, text: &mut String, columns: &BTreeMap<&str, &str>) {
        let mut sql = SqlText { text: std::mem::take(text), path: SearchPath::default() };
        self.rewrite(&mut sql, columns);
        *text = sql.text;
    }

    /// A relation or type under its new name.
    pub(super) fn relation(&self, schema: &str, name: &str) -> (String, String) {
        match self.relations.get(&(schema, name)) {
            Some(new) => (new.schema.clone(), new.name.clone()),
            None => (self.namespace(schema), name.to_owned()),
        }
    }

    pub(super) fn namespace(&self, schema: &str) -> String {
        let id = ObjectId::new(Kind::Schema, "", schema);
        self.map.get(&id).map_or_else(|| schema.to_owned(), |new| new.name.clone())
    }

    fn server(&self, name: &str) -> String {
        let new = self.map.get(&ObjectId::new(Kind::Server, "", name));
        new.map_or(name, |new| &new.name).to_owned()
    }

    fn column(&self, schema: &str, table: &str, column: &str) -> String {
        if self.columns.is_empty() {
            return column.to_owned();
        }
        let id = ObjectId::column(schema, table, column);
        self.map.get(&id).map_or_else(|| column.to_owned(), |new| new.part.clone())
    }

    fn id(&self, id: &ObjectId) -> ObjectId {
        if let Some(new) = self.map.get(&id.itself()) {
            return new.facet(id.facet.clone());
        }
        let mut out = id.clone();
        let home = match (self.schema.get(&id.itself()), self.schema.get(&id.itself().facet(Facet::OwnedBy)))
        {
            // Indexes and owned sequences move with their table.
            (Some(Object::Index(of)), _) => Some(self.relation(&id.schema, &of.table).0),
            (Some(Object::Sequence(_)), Some(Object::OwnedBy(of))) => {
                Some(self.relation(&of.schema, &of.table).0)
            }
            _ => None,
        };
        if let Some(server) = id.part.strip_prefix(" server ").filter(|_| id.kind == Kind::UserMapping) {
            out.part = format!(" server {}", self.server(server));
        } else if id.is_part() {
            (out.schema, out.name) = self.relation(&id.schema, &id.name);
        } else if let Some(home) = home {
            out.schema = home;
        } else if id.kind != Kind::Schema {
            out.schema = self.namespace(&id.schema);
        }
        out
    }

    fn qualified(&self, name: &mut QualifiedName) {
        let (schema, new) = self.relation(&name.schema, &name.name);
        *name = QualifiedName::new(schema, new);
    }

    fn ty(&self, ty: &mut ColumnType) {
        if !ty.schema.is_empty() {
            (ty.schema, ty.name) = self.relation(&ty.schema, &ty.name);
        }
    }

    fn object(&self, id: &ObjectId, object: &Object) -> Object {
        let mut out = object.clone();
        let on = (id.schema.as_str(), id.name.as_str());
        let list = |table: (&str, &str), columns: &mut Vec<String>| {
            columns.iter_mut().for_each(|column| *column = self.column(table.0, table.1, column));
        };
        match &mut out {
            Object::Table(of) => {
                of.inherits.iter_mut().for_each(|parent| self.qualified(parent));
                of.of_type.iter_mut().for_each(|ty| self.qualified(ty));
                of.partition_of.iter_mut().for_each(|of| self.qualified(&mut of.parent));
                of.foreign.iter_mut().for_each(|of| of.server = self.server(&of.server));
                let keys = of.partition_by.iter_mut().flat_map(|by| &mut by.key);
                keys.for_each(|text| self.text(text, Some(on)));
            }
            Object::Column(of) => {
                self.ty(&mut of.ty);
                of.generated.iter_mut().for_each(|of| self.text(&mut of.expression, Some(on)));
                // The sequence of an identity goes where its table goes.
                let home = self.relation(&id.schema, &id.name).0;
                for sequence in of.identity.iter_mut().map(|of| &mut of.sequence_name) {
                    self.qualified(sequence);
                    sequence.schema.clone_from(&home);
                }
            }
            Object::Default(of) => self.text(of, Some(on)),
            Object::Constraint(of) => self.constraint(on, &mut of.rule, &list),
            Object::Index(of) => self.index((&id.schema, &object_table(object)), of, &list),
            Object::OwnedBy(of) => {
                let column = self.column(&of.schema, &of.table, &of.column);
                let (schema, table) = self.relation(&of.schema, &of.table);
                *of = ColumnRef { schema, table, column };
            }
            Object::ReplicaIdentity(of) => {
                if let Some(index) = of.strip_prefix("index ") {
                    *of = format!("index {}", self.index_name(on, index));
                }
            }
            Object::ClusterOn(of) => *of = self.index_name(on, of),
            Object::Trigger(of) => {
                list(on, &mut of.update_of);
                of.when.iter_mut().for_each(|text| self.text(text, Some(on)));
                of.from.iter_mut().for_each(|from| self.qualified(from));
                self.function(&mut of.function);
            }
            Object::Policy(of) => {
                of.using.iter_mut().chain(&mut of.check).for_each(|text| self.text(text, Some(on)));
            }
            Object::View(of) => self.view(id, of),
            Object::Rule(of) => {
                of.condition.iter_mut().for_each(|text| self.text(text, Some(on)));
                of.commands.iter_mut().for_each(|text| self.query(text));
            }
            Object::Routine(of) => {
                for argument in &mut of.arguments {
                    self.ty(&mut argument.ty);
                    argument.default.iter_mut().for_each(|text| self.text(text, None));
                }
                of.returns.iter_mut().for_each(|ty| self.ty(ty));
                // The server keeps such a body as a tree.
                if let RoutineBody::Sql(text) = &mut of.body {
                    self.query(text);
                }
            }
            Object::Definition(of) if id.kind == Kind::Publication => self.publication(id, of),
            Object::Definition(of) => {
                // Of the others only statistics name columns; the rest names functions, wrappers and servers as bare words.
                let columns = match id.kind {
                    Kind::Statistics => self.columns_named(&of.create),
                    _ => self.bare_names(id, of),
                };
                self.rewrite(&mut of.create, &columns);
                of.clauses.values_mut().for_each(|value| self.words(value, &columns));
                of.uses.iter_mut().for_each(|used| *used = self.signature(&self.id(used)));
            }
            Object::Composite(of) => {
                for attribute in &mut of.attributes {
                    self.ty(&mut attribute.ty);
                    if let Some(new) = self.map.get(&ObjectId { part: attribute.name.clone(), ..id.clone() })
                    {
                        attribute.name.clone_from(&new.part);
                    }
                }
            }
            Object::Range(of) => {
                self.ty(&mut of.subtype);
                let (_, named) = self.relation(&id.schema, &multirange_of(of, &id.name));
                multirange::name(of, &self.id(id), &named);
            }
            Object::Domain(of) => {
                self.ty(&mut of.base);
                of.default.iter_mut().for_each(|text| self.text(text, None));
                of.checks.iter_mut().for_each(|check| self.text(&mut check.expression, None));
            }
            Object::Enum(of) => {
                for label in &mut of.labels {
                    if let Some(new) = self.map.get(&ObjectId { part: label.clone(), ..id.clone() }) {
                        *label = new.part.clone();
                    }
                }
            }
            _ => {}
        }
        out
    }

    fn constraint(&self, on: (&str, &str), rule: &mut ConstraintRule, list: List<'_>) {
        match rule {
            ConstraintRule::Key(of) => {
                list(on, &mut of.columns);
                list(on, &mut of.include);
            }
            ConstraintRule::ForeignKey(of) => {
                list(on, &mut of.columns);
                list(on, &mut of.delete_columns);
                let other = of.table.clone();
                list((&other.schema, &other.name), &mut of.referenced);
                self.qualified(&mut of.table);
            }
            ConstraintRule::Check { expression, .. } => self.text(expression, Some(on)),
            ConstraintRule::Exclude(of) => self.index(on, &mut of.index, list),
        }
    }

    fn index(&self, on: (&str, &str), of: &mut Index, list: List<'_>) {
        list(on, &mut of.include);
        for element in &mut of.elements {
            match &mut element.key {
                IndexKey::Column(column) => *column = self.column(on.0, on.1, column),
                IndexKey::Expression(text) => self.text(text, Some(on)),
            }
        }
        of.predicate.iter_mut().for_each(|text| self.text(text, Some(on)));
        of.table = self.relation(on.0, on.1).1;
        if let Some(parent) = &mut of.parent
            && let Some(new) = self.map.get(&ObjectId::new(Kind::Index, &parent.schema, &parent.name))
        {
            *parent = QualifiedName::new(&new.schema, &new.name);
        }
    }

    fn index_name(&self, on: (&str, &str), index: &str) -> String {
        let candidates =
            [ObjectId::new(Kind::Index, on.0, index), ObjectId::part(Kind::Constraint, on.0, on.1, index)];
        let new = candidates.iter().find_map(|id| self.map.get(id));
        new.map_or_else(|| index.to_owned(), |id| id.own_name().to_owned())
    }

    pub(super) fn function(&self, name: &mut QualifiedName) {
        let first = ObjectId::new(Kind::Function, &*name.schema, &*name.name);
        let renamed = self.map.range(first..).next().filter(|(old, _)| {
            old.kind == Kind::Function && old.schema == name.schema && old.name == name.name
        });
        match renamed {
            Some((_, new)) => *name = QualifiedName::new(&new.schema, &new.name),
            None => name.schema = self.namespace(&name.schema),
        }
    }

    /// A view's own columns keep their names, whatever those that they read are called.
    fn view(&self, id: &ObjectId, of: &mut View) {
        let before = of.query.text.clone();
        let stars = !self.of_columns.is_empty() && before.contains('*') && {
            let words = crate::dialect::postgres::depend::mention::words(&before);
            words.iter().any(|word| self.of_columns.contains(word.as_str()))
        };
        self.query(&mut of.query);
        if (of.query.text != before || stars) && of.columns.is_empty() && !self.keeps_names {
            let columns = relation_columns(self.schema, id).unwrap_or_default();
            of.columns = columns.into_iter().map(|(name, _)| name).collect();
        }
    }

    /// A query that stands in the catalog. A column under a new name keeps its old one in the result, which no change
    /// of words says; so the query is made to differ from whatever is wanted.
    fn query(&self, text: &mut SqlText) {
        let columns = self.columns_named(text);
        self.rewrite(text, &columns);
        if !columns.is_empty() && !self.keeps_names {
            text.text = format!("SELECT * FROM ({}) AS before_rename", text.text);
        }
    }

    /// The renamed columns that a text names together with their relations.
    fn columns_named(&self, text: &SqlText) -> BTreeMap<&'a str, &'a str> {
        if self.columns.is_empty() {
            return BTreeMap::new();
        }
        let words = crate::dialect::postgres::depend::mention::words(&text.text);
        (words.iter().filter_map(|word| self.columns.get(word.as_str())).flatten())
            .filter(|(old, _)| words.contains(&old.name))
            .map(|(old, new)| (old.part.as_str(), new.part.as_str()))
            .collect()
    }

    /// A publication's tables, their columns and row filters, each under its new name.
    fn publication(&self, id: &ObjectId, of: &mut Definition) {
        for (mut clause, mut value) in std::mem::take(&mut of.clauses) {
            let both = SqlText { text: format!("{clause} {value}"), path: SearchPath::default() };
            self.words(&mut value, &self.columns_named(&both));
            self.words(&mut clause, &BTreeMap::new());
            of.clauses.insert(clause, value);
        }
        of.create.text = definition::create(&self.id(id), &of.clauses);
        of.uses.iter_mut().for_each(|used| *used = self.id(used));
    }

    /// The renamed functions, wrappers and servers that a definition is made of.
    fn bare_names(&self, id: &ObjectId, of: &Definition) -> BTreeMap<&'a str, &'a str> {
        let renamed = of.uses.iter().filter(|used| {
            matches!(used.kind, Kind::Function | Kind::ForeignDataWrapper | Kind::Server)
                && used.name != id.name
        });
        (renamed.filter_map(|used| self.map.get_key_value(used)))
            .map(|(old, new)| (old.name.as_str(), new.name.as_str()))
            .collect()
    }

    /// An expression, in which the columns of one relation may stand bare.
    fn text(&self, text: &mut SqlText, on: Option<(&str, &str)>) {
        let columns = on.filter(|_| !self.columns.is_empty()).map(|(schema, name)| {
            let all = self.map.range(ObjectId::column(schema, name, "")..);
            all.take_while(move |(old, _)| {
                old.kind == Kind::Column && (&*old.schema, &*old.name) == (schema, name)
            })
            .map(|(old, new)| (old.part.as_str(), new.part.as_str()))
            .collect()
        });
        self.rewrite(text, &columns.unwrap_or_default());
    }
}

fn object_table(object: &Object) -> String {
    match object {
        Object::Index(of) => of.table.clone(),
        _ => String::new(),
    }
}
