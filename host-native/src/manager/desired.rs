//! What is wanted: SQL, files, and types that carry their own table.

use super::options::PlanOptions;
use crate::failure::Failure;
use crate::live::target::Target;
use crate::source::{Place, Texts};
use schemasync_core::diagnostic::{Diagnostic, Level, Renderer};
use schemasync_core::model::Schema;
use schemasync_core::options::Directives;
use schemasync_core::source::Source;
use schemasync_core::{catalog, parse, snapshot};
use std::borrow::Cow;

/// A type that carries the DDL of the table it is stored in.
///
/// ```
/// use schemasync::{Desired, Model};
/// use std::borrow::Cow;
///
/// struct Customer {
///     id: i64,
///     name: String,
/// }
///
/// impl Model for Customer {
///     fn create_table() -> Cow<'static, str> {
///         "CREATE TABLE customers (
///             id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
///             name text NOT NULL
///          );
///          CREATE INDEX customers_by_name ON customers (name);"
///             .into()
///     }
/// }
///
/// let schema = Desired::of::<Customer>().schema()?;
/// assert!(schema.relation("public", "customers").is_some());
/// # Ok::<(), schemasync::Error>(())
/// ```
pub trait Model {
    /// `CREATE TABLE`, and whatever belongs to the table: indexes, comments, policies, triggers.
    fn create_table() -> Cow<'static, str>;
}

/// The schema that is wanted, put together of parts in any order.
///
/// ```
/// use schemasync::Desired;
///
/// let desired = Desired::sql("CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint REFERENCES customers);")
///     .with_sql("customers.sql", "CREATE TABLE customers (id bigint PRIMARY KEY);");
/// assert!(desired.schema().is_ok());
///
/// let error = Desired::sql("CREATE TABEL customers ();").schema().unwrap_err();
/// assert!(error.message.contains("<sql>:1:1"), "{error}");
/// # Ok::<(), schemasync::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Desired {
    sources: Vec<Source>,
    documents: Vec<Source>,
}

impl Desired {
    /// What a model carries.
    pub fn of<M: Model + ?Sized>() -> Self {
        Desired::default().with::<M>()
    }

    /// DDL.
    pub fn sql(ddl: impl Into<String>) -> Self {
        Desired::default().with_sql("<sql>", ddl)
    }

    /// What a source of the command line names: a `.sql` file, a folder, a snapshot, `git:REVISION:PATH`, or a database by
    /// its URL.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn source(place: &str) -> Result<Self, Failure> {
        let mut desired = Desired::default();
        match Place::new(place)?.read(&mut |_| {})? {
            Texts::Ddl(sources) => desired.sources = sources,
            Texts::Json(document) => desired.documents.push(document),
        }
        Ok(desired)
    }

    /// With what a model carries.
    #[must_use]
    pub fn with<M: Model + ?Sized>(self) -> Self {
        self.with_sql(std::any::type_name::<M>(), M::create_table())
    }

    /// With more DDL. The name is what messages call it.
    #[must_use]
    pub fn with_sql(mut self, name: impl Into<String>, ddl: impl Into<String>) -> Self {
        self.sources.push(Source::new(name, ddl));
        self
    }

    /// With another's parts.
    #[must_use]
    pub fn and(mut self, other: Desired) -> Self {
        self.sources.extend(other.sources);
        self.documents.extend(other.documents);
        self
    }

    /// The parts, understood.
    ///
    /// # Errors
    /// What is wrong with them, each with its place.
    pub fn schema(&self) -> Result<Schema, Failure> {
        Ok(self.read()?.0)
    }

    fn read(&self) -> Result<(Schema, Directives), Failure> {
        let renderer = Renderer::new(&self.sources);
        let mut parsed = parse(&self.sources);
        let mut faults: Vec<String> = (parsed.diagnostics.iter())
            .filter(|diagnostic| diagnostic.level == Level::Error)
            // Flags are of no help to a program.
            .map(|diagnostic| Diagnostic {
                help: diagnostic.help.clone().filter(|h| !h.contains("`--")),
                ..diagnostic.clone()
            })
            .map(|diagnostic| renderer.render(&diagnostic))
            .collect();
        for document in &self.documents {
            match read_document(document) {
                Ok(schema) => parsed.schema.objects.extend(schema.objects),
                Err(fault) => faults.push(fault),
            }
        }
        match faults.is_empty() {
            true => Ok((parsed.schema, parsed.renames)),
            false => {
                let told = faults.join("\n");
                Err(Failure::new(format!("the desired schema has faults\n{}", told.trim_end())))
            }
        }
    }

    /// As the engine wants it.
    pub(super) fn target(&self, options: &PlanOptions) -> Result<Target, Failure> {
        let (schema, renames) = self.read()?;
        match options.whole_database {
            true => Ok(Target::whole(schema, renames, options.scope())),
            false => Target::new(schema, renames, options.scope()),
        }
    }
}

/// A snapshot, or the catalog of a database.
fn read_document(document: &Source) -> Result<Schema, String> {
    let renderer = Renderer::new(std::slice::from_ref(document));
    if !catalog::is_catalog(&document.text) {
        return snapshot::read(document).map_err(|diagnostic| renderer.render(&diagnostic));
    }
    let parsed = catalog::read(&document.text);
    match parsed.diagnostics.iter().find(|diagnostic| diagnostic.level == Level::Error) {
        Some(diagnostic) => Err(renderer.render(diagnostic)),
        None => Ok(schemasync_core::side::foreign(parsed.schema)),
    }
}
