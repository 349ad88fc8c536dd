//! What canon asks of the schema around an expression. Answers come from a model, a live catalog, or a test.

use super::builtin::extensions::Sort;
use super::types::TypeName;
use crate::model::{ColumnType, Kind};

/// A table, view or other relation with columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Relation {
    pub schema: String,
    pub name: String,
    pub columns: Vec<(String, ColumnType)>,
}

/// What sort of type a user made.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum TypeInfo {
    Enum,
    Domain(ColumnType),
    Composite(Vec<(String, ColumnType)>),
    Range(ColumnType),
    /// The multirange of a range type over that subtype.
    Multirange(ColumnType),
    /// A base type of an extension that is known here, with its `typcategory` and `typispreferred`.
    Base {
        category: u8,
        preferred: bool,
    },
    /// Something whose workings are not known (an extension's base type).
    Opaque,
}

impl From<&Sort> for TypeInfo {
    fn from(sort: &Sort) -> Self {
        match sort {
            Sort::Base(category, preferred) => TypeInfo::Base { category: *category, preferred: *preferred },
            Sort::Domain(base) => TypeInfo::Domain(of_catalog(base)),
            Sort::Row(columns) => TypeInfo::Composite(
                columns.iter().map(|(name, ty)| ((*name).to_owned(), of_catalog(ty))).collect(),
            ),
        }
    }
}

/// A type by its name in `pg_type`, `_int4` for an array; an extension's keeps its schema open.
pub fn of_catalog(name: &str) -> ColumnType {
    let (element, array) = name.strip_prefix('_').map_or((name, false), |element| (element, true));
    ColumnType { array, ..ColumnType::from(&TypeName::named(element)) }
}

/// A user's type.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct TypeDef {
    pub schema: String,
    pub name: String,
    pub info: TypeInfo,
}

/// What sort of function it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum FunctionKind {
    #[default]
    Function,
    Aggregate,
    Window,
}

/// A user's function with its input arguments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct FunctionInfo {
    pub schema: String,
    pub name: String,
    pub kind: FunctionKind,
    /// Name (empty for none) and type.
    pub args: Vec<(String, ColumnType)>,
    /// The last argument is VARIADIC.
    pub variadic: bool,
    /// How many arguments at the end have defaults.
    pub defaults: usize,
    pub returns: ColumnType,
    pub set: bool,
    /// Of a function that returns rows, their columns.
    pub columns: Vec<(String, ColumnType)>,
}

/// A user's operator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct OperatorInfo {
    pub schema: String,
    pub name: String,
    /// `None` for a prefix operator.
    pub left: Option<ColumnType>,
    pub right: ColumnType,
    pub result: ColumnType,
}

/// The schema around an expression. A name comes with its schema, or is looked up along the path.
pub trait Catalog {
    /// A relation and its columns.
    fn relation(&self, schema: Option<&str>, name: &str, path: &[String]) -> Option<Relation>;
    /// Every function of that name.
    fn functions(&self, schema: Option<&str>, name: &str, path: &[String]) -> Vec<FunctionInfo>;
    /// A type.
    fn type_info(&self, schema: Option<&str>, name: &str, path: &[String]) -> Option<TypeDef>;
    /// Every operator of that name.
    fn operators(&self, schema: Option<&str>, name: &str, path: &[String]) -> Vec<OperatorInfo>;
    /// The schema of something that a user made and that is known by its name alone.
    fn home(&self, _kind: Kind, _schema: Option<&str>, _name: &str, _path: &[String]) -> Option<String> {
        None
    }
    /// The schema that the objects of an extension are in.
    fn extension_schema(&self, _extension: &str) -> Option<String> {
        None
    }
}

/// A catalog in which there is nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Empty;

impl Catalog for Empty {
    fn relation(&self, _: Option<&str>, _: &str, _: &[String]) -> Option<Relation> {
        None
    }
    fn functions(&self, _: Option<&str>, _: &str, _: &[String]) -> Vec<FunctionInfo> {
        Vec::new()
    }
    fn type_info(&self, _: Option<&str>, _: &str, _: &[String]) -> Option<TypeDef> {
        None
    }
    fn operators(&self, _: Option<&str>, _: &str, _: &[String]) -> Vec<OperatorInfo> {
        Vec::new()
    }
}
