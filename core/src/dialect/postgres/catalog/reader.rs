//! The state of reading a document: the schema so far, and which oid is which object.

use super::Catalog;
use super::document::{Cells, Document};
use super::estimates::estimates;
use crate::collections::BTreeMap;
use crate::diagnostic::{Diagnostic, Level};
use crate::dialect::postgres::lex::tokens;
use crate::dialect::postgres::parse::Parsed;
use crate::dialect::postgres::parse::builder::Builder;
use crate::dialect::postgres::parse::cursor::Cursor;
use crate::dialect::postgres::parse::fault::{Fault, Parse};
use crate::dialect::postgres::{managed, session_role};
use crate::model::*;

/// A row's identity in the server's catalogs: the table it stands in and its oid.
pub(super) type Place<'a> = (&'a str, u32);

/// What was read so far.
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) builder: Builder,
    /// Relations by oid; a composite type's is its type.
    pub(super) relations: BTreeMap<u32, ObjectId>,
    /// The names of columns by relation and number.
    pub(super) columns: BTreeMap<(u32, i32), String>,
    /// The parents of tables.
    pub(super) parents: BTreeMap<u32, Vec<u32>>,
    /// What comments and the like can be about.
    pub(super) places: BTreeMap<Place<'a>, ObjectId>,
    /// The attributes of composite types by number.
    pub(super) attributes: BTreeMap<ObjectId, BTreeMap<i32, Attribute>>,
    pub(super) invalid_indexes: Vec<(ObjectId, ObjectId)>,
    types: BTreeMap<&'a str, ColumnType>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(document: &'a Document<'a>) -> Self {
        let mut builder =
            Builder { path: SearchPath::default(), lenient: true, from_server: true, ..Builder::default() };
        builder.schema.objects.clear();
        Reader {
            document,
            builder,
            relations: BTreeMap::new(),
            columns: BTreeMap::new(),
            parents: BTreeMap::new(),
            places: BTreeMap::new(),
            attributes: BTreeMap::new(),
            invalid_indexes: Vec::new(),
            types: BTreeMap::new(),
        }
    }

    /// Reads every section.
    pub(super) fn read(mut self) -> Catalog {
        self.schemas();
        self.extensions();
        self.types();
        self.tables();
        self.columns();
        self.sequences();
        self.constraints();
        self.views();
        self.indexes();
        self.policies();
        self.statements();
        self.default_privileges();
        self.comments();
        self.security_labels();
        self.unreadable();
        self.put(managed::owners_of_all(), Object::Owner(String::new()));
        if !self.document.server.user.is_empty() {
            self.put(session_role::mark(), Object::Owner(self.document.server.user.clone()));
        }
        let estimates = estimates(&self);
        let Reader { builder, document, invalid_indexes, .. } = self;
        let mut diagnostics = builder.diagnostics;
        // A place in a text that nobody has tells nobody anything.
        diagnostics.iter_mut().for_each(|diagnostic| (diagnostic.span, diagnostic.also) = (None, None));
        let parsed = Parsed { schema: builder.schema, diagnostics, ..Parsed::default() };
        Catalog { parsed, estimates, server: document.server.clone(), invalid_indexes }
    }

    /// The rows of a section.
    pub(super) fn rows(&self, section: &'static str) -> impl Iterator<Item = Cells<'a>> + use<'a> {
        self.document.rows(section)
    }

    /// Takes in an object.
    pub(super) fn put(&mut self, id: ObjectId, object: Object) {
        self.builder.schema.objects.insert(id, object);
    }

    /// A text as the server prints it: with every name qualified.
    pub(super) fn sql(&self, text: &str) -> SqlText {
        self.builder.sql(text.trim())
    }

    /// The type that `format_type` printed.
    pub(super) fn ty(&mut self, text: &'a str) -> ColumnType {
        if let Some(known) = self.types.get(text) {
            return known.clone();
        }
        let tokens = tokens(text);
        let mut cursor = Cursor::new(text, 0, &tokens);
        let ty = match self.builder.parse_type(&mut cursor) {
            Ok(ty) => ty,
            Err(fault) => {
                self.fault(&format!("the type {text}"), fault);
                ColumnType::builtin(text)
            }
        };
        self.types.insert(text, ty.clone());
        ty
    }

    /// Reads a text that the server printed with a piece of the statement grammar; what is wrong is told.
    pub(super) fn parse<T>(
        &mut self,
        what: &ObjectId,
        text: &str,
        read: impl FnOnce(&mut Cursor<'_>, &mut Builder) -> Parse<T>,
    ) -> Option<T> {
        let tokens = tokens(text);
        let mut cursor = Cursor::new(text, 0, &tokens);
        match read(&mut cursor, &mut self.builder) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.fault(&format!("{what}: `{text}`"), fault);
                None
            }
        }
    }

    /// Tells that something the server says is not understood.
    pub(super) fn fault(&mut self, what: &str, fault: Fault) {
        let diagnostic = fault.diagnostic();
        let message = format!("the server says what is not understood, {}, of {what}", diagnostic.message);
        self.tell(Level::Error, "unsupported-statement", message);
    }

    /// Tells something.
    pub(super) fn tell(&mut self, level: Level, code: &str, message: String) {
        let diagnostic = Diagnostic { level, code: code.into(), message, span: None, also: None, help: None };
        self.builder.diagnostics.push(diagnostic);
    }

    /// What the role may not read.
    fn unreadable(&mut self) {
        for mut row in self.rows("unreadable") {
            let message = format!("the role {} may not read {}", self.document.server.user, row.text());
            self.tell(Level::Warning, "unreadable", message);
        }
    }

    /// The qualified name of a relation that was read.
    pub(super) fn relation(&self, oid: u32) -> Option<QualifiedName> {
        self.relations.get(&oid).map(|id| QualifiedName::new(&*id.schema, &*id.name))
    }

    /// The names of columns by their numbers.
    pub(super) fn column_names(&self, relation: u32, numbers: &[i32]) -> Vec<String> {
        numbers.iter().filter_map(|number| self.columns.get(&(relation, *number)).cloned()).collect()
    }
}

/// A name with its schema, if there is one; what is built in has none.
pub(super) fn name(schema: Option<&str>, name: Option<&str>) -> Option<QualifiedName> {
    let schema = schema.unwrap_or_default();
    let schema = if schema == "pg_catalog" { "" } else { schema };
    name.map(|name| QualifiedName::new(schema, name))
}
