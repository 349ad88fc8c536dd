//! One side by itself: parsed, printed, fingerprinted; the catalog query.

use crate::asked::{Flags, Place as Side};
use crate::places::{Place, Places};
use crate::reading::Read;
use crate::tables::{TableDefinition, tables};
use crate::told::{Told, of_no_source, told};
use schemasync_core::catalog::{self, SESSION};
use schemasync_core::collections::BTreeMap;
use schemasync_core::diagnostic::Level;
use schemasync_core::inspect::{Ddl, ddl, files};
use schemasync_core::model::{Kind, ObjectId};
use schemasync_core::{canonical, snapshot};
use schemasync_core::{named, reads};
use serde::Serialize;

/// One side, as it is.
pub(crate) struct Parse {
    side: Side,
    options: Flags,
}

reads!(Parse { side; options });

/// One side, understood.
#[derive(Serialize)]
pub(crate) struct Parsed {
    diagnostics: Vec<Told>,
    objects: Vec<Object>,
    tables: Vec<TableDefinition>,
}

/// What a source makes, and where.
#[derive(Serialize)]
struct Object {
    kind: Kind,
    schema: String,
    name: String,
    /// The relation that it is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    span: Option<Place>,
}

/// Understands one side: all that it says, whatever its faults.
pub(crate) fn parse(asked: Parse) -> Parsed {
    let read = asked.side.read(&asked.options);
    let Read { sources, side, .. } = read.as_ref();
    let places = Places::new(sources);
    let object = |id: &ObjectId| Object {
        kind: id.kind,
        schema: id.schema.clone(),
        name: id.own_name().to_owned(),
        table: side.schema.parent(id).map(|table| table.name),
        span: side.spans.get(id).and_then(|span| places.of(*span)),
    };
    Parsed {
        diagnostics: told(&side.diagnostics, &places, None),
        objects: side.schema.objects.keys().filter(|id| id.facet.is_itself()).map(object).collect(),
        tables: tables(&side.schema),
    }
}

/// One side and the form to print it in.
pub(crate) struct Inspect {
    side: Side,
    format: Form,
    options: Flags,
}

reads!(Inspect { side; format, options });

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Form {
    #[default]
    Sql,
    Json,
    Files,
}

named!(Form {
    Sql = "sql",
    Json = "json",
    Files = "files",
});

/// One side, printed.
#[derive(Default, Serialize)]
pub(crate) struct Inspected {
    diagnostics: Vec<Told>,
    /// The text, unless it has faults or files were asked for.
    text: Option<String>,
    /// The texts by path, if they were asked for.
    files: Option<BTreeMap<String, String>>,
}

/// Prints one side in canonical form.
pub(crate) fn inspect(asked: Inspect) -> Inspected {
    let read = asked.side.read(&asked.options);
    let Read { sources, side, .. } = read.as_ref();
    let mut out = Inspected {
        diagnostics: told(&side.diagnostics, &Places::new(sources), None),
        ..Inspected::default()
    };
    if side.faults() > 0 {
        return out;
    }
    let schema = match side.catalog && asked.format != Form::Json {
        true => catalog::portable(canonical(&side.schema)),
        false => canonical(&side.schema),
    };
    match asked.format {
        Form::Json => out.text = Some(snapshot::write(&schema)),
        Form::Sql => {
            let left_out: String =
                side.left_out.iter().map(|what| format!("-- left out: {what}\n")).collect();
            let written = written(ddl(&schema), &mut out);
            out.text = written.map(|files| left_out + &files.into_values().collect::<String>());
        }
        Form::Files => out.files = written(files(&schema), &mut out),
    }
    out
}

/// DDL with holes in it is none.
fn written(ddl: Ddl, out: &mut Inspected) -> Option<BTreeMap<String, String>> {
    out.diagnostics.extend(ddl.diagnostics.iter().map(of_no_source));
    let holes = ddl.diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error);
    (!holes).then_some(ddl.files)
}

/// One side.
pub(crate) struct OneSide {
    side: Side,
    options: Flags,
}

reads!(OneSide { side; options });

/// Its fingerprint, unless it has faults.
#[derive(Serialize)]
pub(crate) struct Fingerprint {
    diagnostics: Vec<Told>,
    fingerprint: Option<String>,
}

/// The fingerprint of one side, as plans and snapshots have it.
pub(crate) fn fingerprint(asked: OneSide) -> Fingerprint {
    let read = asked.side.read(&asked.options);
    let Read { sources, side, .. } = read.as_ref();
    Fingerprint {
        diagnostics: told(&side.diagnostics, &Places::new(sources), None),
        fingerprint: (side.faults() == 0).then(|| snapshot::fingerprint(&canonical(&side.schema))),
    }
}

/// How to read a catalog.
#[derive(Serialize)]
pub(crate) struct CatalogQuery {
    /// Statements that must hold in the session, in a transaction that is `REPEATABLE READ, READ ONLY`.
    session: &'static [&'static str],
    /// The statement, which gives one row with one JSON document.
    query: String,
    /// All of it for `psql -XqAt`.
    script: String,
}

/// The catalog query for a server of a major version.
pub(crate) fn catalog_query(server_version: u32) -> CatalogQuery {
    CatalogQuery {
        session: SESSION,
        query: catalog::query(server_version.saturating_mul(10_000)),
        script: catalog::script(server_version),
    }
}
