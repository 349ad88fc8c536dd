//! Names as written, and how they resolve: by schema, or along the search path.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::{Fault, Parse};
use crate::diagnostic::Diagnostic;
use crate::model::{Kind, ObjectId, QualifiedName};
use crate::source::Span;

/// A name with the schema somebody wrote before it, and its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// As written, if written.
    pub schema: Option<String>,
    /// The last part.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

impl Name {
    /// As a person would write it.
    pub fn display(&self) -> String {
        match &self.schema {
            Some(schema) => format!("{schema}.{}", self.name),
            None => self.name.clone(),
        }
    }
}

impl Builder {
    /// The schema in which an object of this name is created.
    pub fn creation_schema(&self, name: &Name) -> String {
        match &name.schema {
            Some(schema) => schema.clone(),
            None => self.path.first().cloned().unwrap_or_else(|| "public".to_owned()),
        }
    }

    /// The same as a qualified name.
    pub fn created(&self, name: &Name) -> QualifiedName {
        QualifiedName::new(self.creation_schema(name), name.name.clone())
    }

    /// The first schema on the search path in which `exists` holds; a written schema counts alone.
    pub fn find_schema(&self, name: &Name, exists: impl Fn(&str) -> bool) -> Option<String> {
        match &name.schema {
            Some(schema) => exists(schema).then(|| schema.clone()),
            None => self.path.iter().find(|schema| exists(schema)).cloned(),
        }
    }

    /// The object of this kind that a name stands for.
    pub fn find(&self, kind: Kind, name: &Name) -> Option<ObjectId> {
        let id = |schema: &str| ObjectId::new(kind, schema, &name.name);
        self.find_schema(name, |schema| self.schema.contains(&id(schema))).map(|schema| id(&schema))
    }

    /// The table, view or sequence that a name stands for.
    pub fn find_relation(&self, name: &Name) -> Option<ObjectId> {
        let schema = self.find_schema(name, |schema| self.schema.relation(schema, &name.name).is_some())?;
        self.schema.relation(&schema, &name.name)
    }

    /// The same, or the fault that it is missing (so far).
    pub fn need(&self, kind: Kind, name: &Name) -> Parse<ObjectId> {
        self.find(kind, name).ok_or_else(|| missing(kind.words(), &name.display(), name.span))
    }

    /// The table, view or sequence that a name stands for, or the fault that it is missing (so far).
    pub fn need_relation(&self, name: &Name) -> Parse<ObjectId> {
        self.find_relation(name).ok_or_else(|| missing("relation", &name.display(), name.span))
    }
}

impl Builder {
    /// What a statement is about, or nothing if that is the system's or an extension's, which are left alone.
    pub(super) fn known(&mut self, found: Parse<ObjectId>, cursor: &Cursor<'_>) -> Parse<Option<ObjectId>> {
        let fault = match found {
            Ok(id) => return Ok(Some(id)),
            Err(Fault::Missing(fault)) => fault,
            Err(bad) => return Err(bad),
        };
        let name = fault.span.and_then(|span| cursor.text.get(span.start as usize..span.end as usize));
        let name = name.unwrap_or_default();
        if self.is_temporary(name) {
            return Ok(None);
        }
        let of_system = ["pg_catalog.", "information_schema."].iter().any(|schema| name.starts_with(schema));
        let of_extension = self.lenient && self.has_extension();
        if !of_system && !of_extension {
            return Err(Fault::Missing(fault));
        }
        let whose = if of_system { "the system" } else { "an extension" };
        let message = format!("{name} is taken to belong to {whose}: left out");
        self.diagnostics.push(Diagnostic::note("foreign-object", message, cursor.statement_span()));
        Ok(None)
    }

    /// Whether the source makes any extension.
    pub(super) fn has_extension(&self) -> bool {
        let first = ObjectId::new(Kind::Extension, "", "");
        self.schema.objects.range(first..).next().is_some_and(|(id, _)| id.kind == Kind::Extension)
    }
}

/// The fault that something is not there.
pub fn missing(what: &str, name: &str, span: Span) -> Fault {
    Fault::Missing(Box::new(
        Diagnostic::error("missing-object", format!("{what} \"{name}\" does not exist"), span)
            .help("no statement in the given sources creates it"),
    ))
}
