//! Introspection without I/O: the query that a host runs on a server, and its answer read into the same [`Schema`] that
//! DDL gives. Bulk kinds go straight into the model; what the server prints as SQL itself is read by the statement grammar
//! of `parse/`. One file a group of kinds; the sections of the query are in `sql/`.
//!
//! What is read says the same as `pg_dump` would. Running the query is the host's business.

mod constraints;
mod document;
mod estimates;
mod index;
mod labels;
mod query;
mod reader;
mod relations;
mod statements;
mod types;
mod views;

pub use document::Server;
pub use estimates::{Estimates, Size};
pub use query::{SESSION, query, script};

use super::parse::Parsed;
use crate::diagnostic::Diagnostic;
use crate::model::{Object, ObjectId, Schema};
use document::Document;
use reader::Reader;

/// What the `format` of a catalog document says.
pub const FORMAT: &str = "schemasync-catalog";
/// The version of the format: it changes with the columns of any section.
pub const VERSION: u64 = 1;

/// All that a catalog document says.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    /// The schema, and what there is to tell about it. There are no places: nothing here comes from a text.
    pub parsed: Parsed,
    /// How large the tables are.
    pub estimates: Estimates,
    /// What the server says of itself.
    pub server: Server,
    /// Indexes that a failure (of `CREATE INDEX CONCURRENTLY`) left behind, with their tables. They are not in the schema.
    pub invalid_indexes: Vec<(ObjectId, ObjectId)>,
}

/// Reads what the server answered to [`query`] as a schema. Bad input is data: the diagnostics say what is wrong with it.
pub fn read(document: &str) -> Parsed {
    catalog(document).parsed
}

/// The same with everything else that the document says.
pub fn catalog(document: &str) -> Catalog {
    match Document::parse(document) {
        Ok(document) => Reader::new(&document).read(),
        Err(diagnostic) => Catalog { parsed: told(diagnostic), ..Catalog::default() },
    }
}

/// A schema as a person would write it who wants it on other servers, too: without the versions of extensions, of which
/// every server has its own.
pub fn portable(mut schema: Schema) -> Schema {
    for object in schema.objects.values_mut() {
        if let Object::Extension(extension) = object {
            extension.version = None;
        }
    }
    schema
}

/// Whether a JSON text is a catalog document rather than a snapshot.
pub fn is_catalog(text: &str) -> bool {
    let head = text.get(..text.len().min(200)).unwrap_or(text);
    head.split_once("\"format\"").is_some_and(|(_, rest)| {
        rest.trim_start_matches([' ', ':', '\n']).trim_start_matches('"').starts_with(FORMAT)
    })
}

fn told(diagnostic: Diagnostic) -> Parsed {
    Parsed { diagnostics: vec![diagnostic], ..Parsed::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Facet;
    use crate::model::Kind;

    fn document(rows: &str) -> String {
        format!(
            r#"{{"format" : "schemasync-catalog", "version" : 1, "server" : {{"version" : 150000}}, "rows" : {rows}}}"#
        )
    }

    #[test]
    fn a_table_says_what_its_statement_would() {
        let rows = r#"{"schemas" : [["1","app","o",null,null]],
            "tables" : [["10","app","t","r","o","{o=arwdDxt/o,a=r/o}","false","{fillfactor=70}",null,null,"heap","false","false",null,null,null,null,null,null]],
            "columns" : [["10","1","id","integer","true","nextval('app.s'::regclass)"], ["10","2","name","character varying(10)","false",null]],
            "keys" : [["20","21","10","t_pkey","p","false","false","1","1","false","false",null,null,null,null,"false",null]],
            "indexes" : [["22","10","i",null,null,null,null,"false","btree","2","1","3","false",null,"false"]],
            "comments" : [["pg_class","10","2","its name"]], "views" : null}"#;
        let read = read(&document(rows));
        assert_eq!(read.diagnostics, []);
        let ddl = "CREATE SCHEMA app; CREATE SEQUENCE app.s;
            CREATE TABLE app.t (id integer DEFAULT nextval('app.s'::regclass) PRIMARY KEY, name varchar(10)) WITH (fillfactor = 70);
            CREATE INDEX i ON app.t (name DESC NULLS FIRST); GRANT SELECT ON app.t TO a; COMMENT ON COLUMN app.t.name IS 'its name';";
        let mut written = crate::parse(&[crate::source::Source::new("x", ddl)]).schema;
        written.objects.retain(|id, _| id.kind != Kind::Sequence && id.name != "public");
        let mut got = crate::canonical(&read.schema);
        got.objects.retain(|id, _| id.facet != Facet::Owner);
        pretty_assertions::assert_eq!(got, crate::canonical(&written));
    }

    #[test]
    fn bad_documents_are_told() {
        for (text, code) in [
            ("", "bad-catalog"),
            (
                "{\"format\" : \"schemasync-catalog\", \"version\" : 1, \"rows\" : {\"tables\" : [[",
                "bad-catalog",
            ),
            ("{\"format\" : \"x\", \"version\" : 1, \"rows\" : {}}", "bad-catalog"),
            ("{\"format\" : \"schemasync-catalog\", \"version\" : 2, \"rows\" : {}}", "catalog-version"),
        ] {
            let codes: Vec<_> = read(text).diagnostics.into_iter().map(|d| d.code).collect();
            assert_eq!(codes, [code], "{text}");
        }
        let odd = r#"{"tables" : [[], ["1"], ["x", null, null, "p", null, "{", "t", "{\"", null, null, null, null, null, "FOR", "RANGE ("]],
            "columns" : [["1"], ["x", "9999999999", null, "((", "true", "("]], "keys" : [["1","2","1","k","p"]], "checks" : [[]],
            "indexes" : [["5","1","i",null,null,null,"CREATE INDEX"]], "inherits" : [["1","1"]], "sizes" : [["1","5","8192"]],
            "functions" : [["pg_proc","1","FUNCTION f(",null,null,"CREATE FUNCTION"]], "policies" : [["1","1"]]}"#;
        assert!(read(&document(odd)).has_errors());
    }

    #[test]
    fn catalogs_are_told_from_snapshots() {
        assert!(is_catalog(&document("{}")));
        assert!(!is_catalog(&crate::snapshot::write(&Schema::default())));
    }
}
