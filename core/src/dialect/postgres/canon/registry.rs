//! Types by id: the built-in ones under PostgreSQL's own ids, those of a user's schema under ids given here as they
//! are met. Also the type modifiers met. What a cast may do is `coerce.rs`.

use super::builtin::{self, CastRow, Oid, extensions};
use super::catalog::{Catalog, TypeInfo};
use super::types::{TypeName, push_type};
use crate::collections::BTreeMap;
use crate::model::ColumnType;

/// Ids of built-in types that rules name.
#[allow(missing_docs)]
pub mod oid {
    use super::Oid;
    /// Not known here; stands for any type.
    pub const NONE: Oid = 0;
    pub const BOOL: Oid = 16;
    pub const BYTEA: Oid = 17;
    pub const CHAR: Oid = 18;
    pub const NAME: Oid = 19;
    pub const INT8: Oid = 20;
    pub const INT2: Oid = 21;
    pub const INT4: Oid = 23;
    pub const TEXT: Oid = 25;
    pub const OID: Oid = 26;
    pub const JSON: Oid = 114;
    pub const XML: Oid = 142;
    pub const CIDR: Oid = 650;
    pub const FLOAT4: Oid = 700;
    pub const FLOAT8: Oid = 701;
    pub const UNKNOWN: Oid = 705;
    pub const INET: Oid = 869;
    pub const BPCHAR: Oid = 1042;
    pub const VARCHAR: Oid = 1043;
    pub const DATE: Oid = 1082;
    pub const TIME: Oid = 1083;
    pub const TIMESTAMP: Oid = 1114;
    pub const TIMESTAMPTZ: Oid = 1184;
    pub const INTERVAL: Oid = 1186;
    pub const TIMETZ: Oid = 1266;
    pub const BIT: Oid = 1560;
    pub const VARBIT: Oid = 1562;
    pub const NUMERIC: Oid = 1700;
    pub const REGCLASS: Oid = 2205;
    pub const RECORD: Oid = 2249;
    pub const ANY: Oid = 2276;
    pub const RECORD_ARRAY: Oid = 2287;
    pub const ANYARRAY: Oid = 2277;
    pub const ANYELEMENT: Oid = 2283;
    pub const UUID: Oid = 2950;
    pub const JSONB: Oid = 3802;
    /// Of values that have no type in common; never a node's.
    pub const NO_COMMON: Oid = u32::MAX;
    /// The first of the user's types; odd ids are arrays.
    pub const FIRST_USER: Oid = 1_000_000;
}

/// A user's type that was met.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct UserType {
    pub schema: Option<String>,
    pub name: String,
    pub info: TypeInfo,
}

/// All types and modifiers met so far.
pub struct Registry<'a> {
    catalog: &'a dyn Catalog,
    path: &'a [String],
    users: Vec<UserType>,
    ids: BTreeMap<(Option<String>, String), Oid>,
    typmods: Vec<String>,
}

impl<'a> Registry<'a> {
    /// An empty one over a catalog.
    pub fn new(catalog: &'a dyn Catalog, path: &'a [String]) -> Self {
        Registry { catalog, path, users: Vec::new(), ids: BTreeMap::new(), typmods: Vec::new() }
    }

    /// The number of a modifier.
    pub fn typmod(&mut self, text: &str) -> i32 {
        let at = self.typmods.iter().position(|t| t == text).unwrap_or_else(|| {
            self.typmods.push(text.to_string());
            self.typmods.len() - 1
        });
        i32::try_from(at).unwrap_or(-1)
    }

    /// The text of a modifier.
    pub fn typmod_text(&self, typmod: i32) -> Option<&str> {
        self.typmods.get(usize::try_from(typmod).ok()?).map(String::as_str)
    }

    /// The id and modifier of a type by name. A name nobody knows becomes an opaque type of its own.
    pub fn resolve(&mut self, name: &TypeName) -> (Oid, i32) {
        if name.of_column {
            return (oid::NONE, -1);
        }
        let mut id = match (&name.schema, builtin::type_named(&name.name)) {
            (None, Some(row)) => row.oid,
            _ => self.user(name.schema.as_deref(), &name.name),
        };
        if name.array {
            id = self.array_of(id);
        }
        let typmod = match &name.typmod {
            Some(text) => self.typmod(text),
            None => -1,
        };
        (id, typmod)
    }

    /// The id and modifier of a type of the model.
    pub fn column_type(&mut self, ty: &ColumnType) -> (Oid, i32) {
        self.resolve(&TypeName::from(ty))
    }

    fn user(&mut self, schema: Option<&str>, name: &str) -> Oid {
        let key = (schema.map(str::to_string), name.to_string());
        if let Some(id) = self.ids.get(&key) {
            return *id;
        }
        let found = self.catalog.type_info(schema, name, self.path);
        let user = match found {
            Some(def) => UserType { schema: Some(def.schema), name: def.name, info: def.info },
            None => UserType { schema: key.0.clone(), name: name.to_string(), info: TypeInfo::Opaque },
        };
        let user = self.of_extension(user);
        let same = self.users.iter().position(|u| {
            u.name == user.name && (u.schema == user.schema || matches!(u.info, TypeInfo::Base { .. }))
        });
        let at = same.unwrap_or_else(|| {
            self.users.push(user);
            self.users.len() - 1
        });
        let id = oid::FIRST_USER + 2 * u32::try_from(at).unwrap_or(0);
        self.ids.insert(key, id);
        id
    }

    /// What is known of an extension's type.
    fn of_extension(&self, user: UserType) -> UserType {
        match (&user.info, extensions::type_named(&user.name)) {
            (TypeInfo::Opaque, Some(row)) => UserType {
                schema: user.schema.or_else(|| self.catalog.extension_schema(row.extension)),
                name: user.name,
                info: TypeInfo::from(&row.sort),
            },
            _ => user,
        }
    }

    /// The name in `pg_type` of a type that is built in or an extension's.
    pub fn base_name(&self, id: Oid) -> Option<String> {
        let element = self.element_of(id);
        let array = id >= oid::FIRST_USER && element != 0;
        let name = match self.user_type(if array { element } else { id }) {
            Some(UserType { name, info: TypeInfo::Base { .. }, .. }) => name.as_str(),
            Some(_) => return None,
            None => builtin::type_row(id)?.name,
        };
        Some(if array { format!("_{name}") } else { name.to_string() })
    }

    /// The cast from one type to another that the server or an extension has.
    pub fn cast(&self, source: Oid, target: Oid) -> Option<CastRow> {
        if source < oid::FIRST_USER && target < oid::FIRST_USER {
            return builtin::cast(source, target);
        }
        extensions::cast(&self.base_name(source)?, &self.base_name(target)?)
    }

    /// A user's type by id; not for arrays of one.
    pub fn user_type(&self, id: Oid) -> Option<&UserType> {
        if id < oid::FIRST_USER || id % 2 == 1 {
            return None;
        }
        self.users.get(usize::try_from((id - oid::FIRST_USER) / 2).ok()?)
    }

    /// The array type of a type; 0 if there is none.
    pub fn array_of(&self, id: Oid) -> Oid {
        if id >= oid::FIRST_USER {
            return if id.is_multiple_of(2) { id + 1 } else { id };
        }
        builtin::type_row(id).map_or(0, |row| if row.category == b'A' { id } else { row.array })
    }

    /// The element type of a true array type; 0 for what is none.
    pub fn element_of(&self, id: Oid) -> Oid {
        if id >= oid::FIRST_USER {
            return if id % 2 == 1 { id - 1 } else { 0 };
        }
        builtin::type_row(id).map_or(0, |row| row.element)
    }

    /// What a domain is made of, through domains of domains; any other type is its own base.
    pub fn base(&mut self, id: Oid, typmod: i32) -> (Oid, i32) {
        let (mut id, mut typmod) = (id, typmod);
        // No domain is deeper than this; a ring of them cannot exist, but a text could say so.
        for _ in 0..32 {
            let Some(TypeInfo::Domain(base)) = self.user_type(id).map(|u| &u.info) else { break };
            let base = base.clone();
            (id, typmod) = self.column_type(&base);
        }
        (id, typmod)
    }

    /// The base type's id.
    pub fn base_id(&mut self, id: Oid) -> Oid {
        self.base(id, -1).0
    }

    /// Whether nothing is known of how the type works.
    pub fn opaque(&self, id: Oid) -> bool {
        if id == oid::NONE {
            return true;
        }
        let element = if id >= oid::FIRST_USER && id % 2 == 1 { id - 1 } else { id };
        matches!(self.user_type(element).map(|u| &u.info), Some(TypeInfo::Opaque))
    }

    /// `typcategory`.
    pub fn category(&self, id: Oid) -> u8 {
        if id < oid::FIRST_USER {
            return builtin::type_row(id).map_or(b'X', |row| row.category);
        }
        match self.user_type(id).map(|u| &u.info) {
            None => b'A',
            Some(TypeInfo::Enum) => b'E',
            Some(TypeInfo::Composite(_)) => b'C',
            Some(TypeInfo::Range(_) | TypeInfo::Multirange(_)) => b'R',
            Some(TypeInfo::Domain(base)) => {
                let name = TypeName::from(base);
                if name.array {
                    b'A'
                } else {
                    builtin::type_named(&name.name).map_or(b'U', |row| row.category)
                }
            }
            Some(TypeInfo::Base { category, .. }) => *category,
            Some(TypeInfo::Opaque) => b'U',
        }
    }

    /// `typispreferred`.
    pub fn preferred(&self, id: Oid) -> bool {
        match self.user_type(id).map(|u| &u.info) {
            Some(TypeInfo::Base { preferred, .. }) => *preferred,
            _ => builtin::type_row(id).is_some_and(|row| row.preferred),
        }
    }

    /// Of a range type, what it ranges over.
    pub fn range_subtype(&mut self, id: Oid) -> Oid {
        if let Some(TypeInfo::Range(subtype)) = self.user_type(id).map(|u| &u.info) {
            let subtype = subtype.clone();
            return self.column_type(&subtype).0;
        }
        builtin::type_row(id).map_or(0, |row| row.subtype)
    }

    /// The multirange of a range type; 0 where it is not known.
    pub fn multirange_of(&self, range: Oid) -> Oid {
        builtin::type_row(range).map_or(0, |row| row.multirange)
    }

    /// The range type of a multirange; 0 where it is not known.
    pub fn range_of(&self, multirange: Oid) -> Oid {
        if multirange == 0 { 0 } else { builtin::range_of(multirange) }
    }

    /// The fields of a composite type.
    pub fn fields(&self, id: Oid) -> Option<&[(String, ColumnType)]> {
        match self.user_type(id).map(|u| &u.info) {
            Some(TypeInfo::Composite(fields)) => Some(fields),
            _ => None,
        }
    }

    /// Appends a type as it is printed after `::`.
    pub fn push(&self, out: &mut String, id: Oid, typmod: i32) {
        let element = self.element_of(id);
        // Not so `oidvector`, which has elements but a name of its own.
        let array = element != 0 && self.array_of(element) == id;
        let id = if array { element } else { id };
        let typmod = self.typmod_text(typmod);
        match self.user_type(id) {
            Some(user) => match user.schema.as_deref() {
                Some(schema) => push_type(out, Some(schema), &user.name, typmod),
                None => push_type(out, None, &user.name, typmod),
            },
            None => push_type(out, None, builtin::type_row(id).map_or("unknown", |row| row.name), typmod),
        }
        if array {
            out.push_str("[]");
        }
    }

    /// A type as text, for messages.
    pub fn text(&self, id: Oid) -> String {
        let mut out = String::new();
        self.push(&mut out, id, -1);
        out
    }
}
