//! What statements are taken into: the schema so far, the search path, places, messages, renames.

use super::default_privileges::DefaultRule;
use super::fault::{Fault, Parse};
use super::grant::GrantOnAll;
use super::links::Links;
use super::renamed::Renamed;
use crate::collections::{BTreeMap, BTreeSet};
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::privileges;
use crate::dialect::postgres::rename::Mentioned;
use crate::model::{
    Constraint, ConstraintRule, Facet, Kind, Namespace, Object, ObjectId, Schema, SearchPath, SqlText,
};
use crate::source::Span;
use std::sync::Arc;

/// `default_tablespace` and `default_table_access_method`, as pg_dump sets them before a table, if not PostgreSQL's own.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// The tablespace of tables and indexes.
    pub tablespace: Option<String>,
    /// The access method of tables.
    pub access_method: Option<String>,
}

impl Home {
    fn is_said(&self) -> bool {
        self.tablespace.is_some() || self.access_method.is_some()
    }

    fn take_in(&self, object: &mut Object) {
        match object {
            Object::Table(table) if table.foreign.is_none() => {
                table.tablespace = table.tablespace.take().or_else(|| self.tablespace.clone());
                if table.partition_by.is_none() {
                    table.access_method = table.access_method.take().or_else(|| self.access_method.clone());
                }
            }
            Object::View(view) if view.materialized => {
                view.tablespace = view.tablespace.take().or_else(|| self.tablespace.clone());
                view.access_method = view.access_method.take().or_else(|| self.access_method.clone());
            }
            Object::Index(index) => {
                index.tablespace = index.tablespace.take().or_else(|| self.tablespace.clone())
            }
            Object::Constraint(Constraint { rule: ConstraintRule::Key(key), .. }) => {
                key.tablespace = key.tablespace.take().or_else(|| self.tablespace.clone());
            }
            _ => {}
        }
    }
}

/// The state of a parse.
#[derive(Clone, Debug)]
pub struct Builder {
    /// What has been made so far.
    pub schema: Schema,
    /// The search path in force.
    pub path: SearchPath,
    /// Where each object was made.
    pub spans: BTreeMap<ObjectId, Span>,
    /// What there is to tell.
    pub diagnostics: Vec<Diagnostic>,
    /// The search path that comes back at the end of the transaction, where `SET LOCAL` changed it.
    pub path_outside: Option<SearchPath>,
    /// The first words of statements that were passed over, and how many there were of each.
    pub passed_over: BTreeMap<String, usize>,
    /// What statements with a fault are about, by the place of the fault.
    pub unread: Vec<(Span, String)>,
    /// Names of temporary objects, which are passed over.
    pub temporary: BTreeSet<String>,
    /// `GRANT ... ON ALL ... IN SCHEMA` so far.
    pub grants_on_all: Vec<GrantOnAll>,
    /// `ALTER DEFAULT PRIVILEGES` so far, in their order.
    pub default_rules: Vec<DefaultRule>,
    /// How many of them were in force when the statement at hand was met.
    pub default_rules_seen: usize,
    /// Where the session puts what is made.
    pub home: Home,
    /// The role that makes objects (`SET ROLE`, `SET SESSION AUTHORIZATION`), if the source says.
    pub role: Option<String>,
    /// The last try: what nobody made by now is built in or an extension's, so that it is no fault to be without it.
    pub lenient: bool,
    /// What is read is a server's own word: every type it names is there.
    pub from_server: bool,
    /// What is found through more than an id.
    pub links: Links,
    /// Words of CREATE statements that were put off, their objects' names among them: a DROP may mean one of those.
    pub waiting: BTreeSet<String>,
    /// What was dropped and had privileges: that it comes back without them is said on purpose.
    pub granted_before: BTreeSet<ObjectId>,
    /// How many actions of a statement that was put off are done already.
    pub actions_done: usize,
    /// What was renamed: the id it has now → those that it had before, the first one first.
    pub names_before: BTreeMap<ObjectId, Vec<ObjectId>>,
    /// Renames whose old names still stand in the texts of other objects.
    pub renamed: Renamed,
    /// What may name the columns that are renamed, while nothing else is done.
    pub mentioned: Option<Mentioned>,
}

impl Default for Builder {
    fn default() -> Self {
        let public = ObjectId::new(Kind::Schema, "", "public");
        Builder {
            schema: Schema { objects: [(public, Object::Schema(Namespace::default()))].into() },
            path: default_path(),
            spans: BTreeMap::new(),
            diagnostics: Vec::new(),
            path_outside: None,
            passed_over: BTreeMap::new(),
            unread: Vec::new(),
            temporary: BTreeSet::new(),
            grants_on_all: Vec::new(),
            default_rules: Vec::new(),
            default_rules_seen: usize::MAX,
            home: Home::default(),
            role: None,
            lenient: false,
            from_server: false,
            links: Links::default(),
            waiting: BTreeSet::new(),
            granted_before: BTreeSet::new(),
            actions_done: 0,
            names_before: BTreeMap::new(),
            renamed: Renamed::default(),
            mentioned: None,
        }
    }
}

/// The search path where nobody set one.
pub fn default_path() -> SearchPath {
    Arc::new(vec!["public".to_owned()])
}

impl Builder {
    /// What a session set before holds no more.
    pub fn new_session(&mut self) {
        self.path = default_path();
        self.path_outside = None;
        self.home = Default::default();
        self.role = None;
    }

    /// Counts a statement that changes no schema.
    pub fn pass_over(&mut self, words: &str) {
        *self.passed_over.entry(words.to_owned()).or_default() += 1;
    }

    /// A text under the search path in force.
    pub fn sql(&self, text: &str) -> SqlText {
        SqlText::new(text, &self.path)
    }

    /// Takes in a new object; a second one of the same id is a fault.
    pub fn add(&mut self, id: ObjectId, object: Object, span: Span) -> Parse {
        self.check_new(&id, span)?;
        self.put(id, object, span);
        Ok(())
    }

    /// The fault that an object is there already.
    pub fn check_new(&self, id: &ObjectId, span: Span) -> Parse {
        if !self.schema.contains(id) {
            return Ok(());
        }
        let mut diagnostic = Diagnostic::error("duplicate-object", format!("{id} is created twice"), span);
        if let Some(first) = self.spans.get(id) {
            diagnostic.also = Some(*first);
        }
        Err(Fault::Bad(Box::new(diagnostic)))
    }

    /// Takes in an object, whatever stood under its id.
    pub fn put(&mut self, id: ObjectId, mut object: Object, span: Span) {
        let mut new = id.facet.is_itself();
        if new && self.home.is_said() && !self.schema.contains(&id) {
            self.home.take_in(&mut object);
        }
        new &= self.schema.objects.insert(id.clone(), object).is_none();
        if new {
            self.inherit_session(&id, span);
        }
        self.spans.insert(id, span);
    }

    /// What a new object gets without its statement saying so: the owner and privileges that are in force.
    fn inherit_session(&mut self, id: &ObjectId, span: Span) {
        if let Some(role) = self.role.clone().filter(|_| privileges::has_owner(id.kind)) {
            self.schema.objects.insert(id.facet(Facet::Owner), Object::Owner(role));
        }
        if self.granted_before.remove(id) {
            let owner = privileges::owner(&self.schema, id);
            let grant = privileges::default(id, "public", owner);
            self.schema.objects.insert(id.facet(Facet::Grant("public".into())), Object::Grant(grant));
        }
        if !self.default_rules.is_empty() {
            self.grant_defaults(id, span);
        }
    }

    /// Takes out an object with all its facets.
    pub fn remove(&mut self, id: &ObjectId) {
        let facets: Vec<_> = self.schema.facets(id).map(|(facet, _)| facet.clone()).collect();
        if facets.iter().any(|facet| matches!(facet.facet, Facet::Grant(_))) {
            self.granted_before.insert(id.clone());
        }
        for facet in facets {
            self.schema.objects.remove(&facet);
            self.spans.remove(&facet);
        }
        self.schema.objects.remove(id);
        self.spans.remove(id);
    }
}

impl Builder {
    /// Moves an object with its facets and parts to another id (RENAME TO, SET SCHEMA).
    pub fn move_object(&mut self, from: &ObjectId, to: &ObjectId) {
        let from = from.itself();
        let own = self.schema.facets(&from).map(|(id, _)| id.clone()).chain([from.clone()]);
        let mut pairs: Vec<_> = own.map(|id| (to.facet(id.facet.clone()), id)).collect();
        if matches!(from.kind, Kind::Table | Kind::View) {
            for kind in [Kind::Column, Kind::Constraint, Kind::Trigger, Kind::Rule, Kind::Policy] {
                pairs.extend(self.schema.parts(kind, &from.schema, &from.name).map(|(id, _)| {
                    (ObjectId { schema: to.schema.clone(), name: to.name.clone(), ..id.clone() }, id.clone())
                }));
            }
        }
        for (new, old) in pairs {
            if let Some(object) = self.schema.objects.remove(&old) {
                self.schema.objects.insert(new.clone(), object);
            }
            if let Some(span) = self.spans.remove(&old) {
                self.spans.insert(new, span);
            }
        }
    }
}
