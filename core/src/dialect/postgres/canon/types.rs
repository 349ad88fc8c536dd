//! Type names: any spelling in, PostgreSQL's own spelling (`format_type`) out.
//!
//! Nothing is looked up here: whether a name exists, and in which schema, is the elaborator's matter.

use super::builtin;
use super::escapes::push_ident;
use super::lex;
use super::parse::Parser;
use crate::model::ColumnType;

/// A type as named in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeName {
    /// The schema, when it was given and is not `pg_catalog`.
    pub schema: Option<String>,
    /// The name in the catalog: `int4` for `integer`, `varchar`, `bpchar`, `mood`.
    pub name: String,
    /// The modifiers as they are printed: `10,2`; of an interval its fields and precision, `day to second(3)`.
    pub typmod: Option<String>,
    /// Whether it is an array of that type (PostgreSQL keeps no number of dimensions).
    pub array: bool,
    /// Whether `SETOF` stood before it.
    pub setof: bool,
    /// `t.c%TYPE`: the name is the text before the `%`.
    pub of_column: bool,
}

impl TypeName {
    /// A type of that catalog name, without schema and modifiers.
    pub fn named(name: &str) -> Self {
        TypeName { name: name.to_string(), ..TypeName::default() }
    }

    /// Reads a type name; `None` when the text is not one, or more than one.
    pub fn parse(text: &str) -> Option<Self> {
        let tokens = lex::tokens(text).ok()?;
        let mut parser = Parser::new(text, &tokens);
        let name = parser.type_name().ok()?;
        parser.at_end().then_some(name)
    }
}

impl std::fmt::Display for TypeName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut out = String::new();
        if self.setof {
            out.push_str("SETOF ");
        }
        if self.of_column {
            out.push_str(&self.name);
            out.push_str("%TYPE");
            return f.write_str(&out);
        }
        push_type(&mut out, self.schema.as_deref(), &self.name, self.typmod.as_deref());
        if self.array {
            out.push_str("[]");
        }
        f.write_str(&out)
    }
}

/// Catalog names and what `format_type` calls them, where the two differ.
const SPELLED: [(&str, &str); 11] = [
    ("int2", "smallint"),
    ("int4", "integer"),
    ("int8", "bigint"),
    ("float4", "real"),
    ("float8", "double precision"),
    ("bool", "boolean"),
    ("varchar", "character varying"),
    ("varbit", "bit varying"),
    ("timetz", "time with time zone"),
    ("timestamptz", "timestamp with time zone"),
    ("timestamp", "timestamp without time zone"),
];

/// From the model's type to the catalog's name.
impl From<&ColumnType> for TypeName {
    fn from(ty: &ColumnType) -> Self {
        let mut name = ty.name.as_str();
        if ty.schema.is_empty() {
            name = match name {
                "time without time zone" => "time",
                "character" => "bpchar",
                _ => {
                    SPELLED.iter().find(|(_, spelled)| *spelled == name).map_or(name, |(catalog, _)| catalog)
                }
            };
        }
        let modifiers = ty.modifiers.trim_start();
        let bare =
            name == "interval" && ty.schema.is_empty() && modifiers.starts_with(|c: char| c.is_ascii_digit());
        let modifiers = if bare { format!("({modifiers})") } else { modifiers.to_string() };
        TypeName {
            schema: (!ty.schema.is_empty()).then(|| ty.schema.clone()),
            name: name.to_string(),
            typmod: (!modifiers.is_empty()).then_some(modifiers),
            array: ty.array,
            ..TypeName::default()
        }
    }
}

/// To the model's type; the schema stays empty where none was given.
impl From<&TypeName> for ColumnType {
    fn from(ty: &TypeName) -> Self {
        let mut name = ty.name.as_str();
        let mut modifiers = ty.typmod.clone().unwrap_or_default();
        if ty.schema.is_none() {
            name = match name {
                "time" => "time without time zone",
                "bpchar" if ty.typmod.is_some() => "character",
                _ => {
                    SPELLED.iter().find(|(catalog, _)| *catalog == name).map_or(name, |(_, spelled)| spelled)
                }
            };
            if name == "interval" {
                modifiers = match modifiers.strip_prefix('(') {
                    Some(digits) => digits.trim_end_matches(')').to_string(),
                    None if modifiers.is_empty() => modifiers,
                    None => format!(" {modifiers}"),
                };
            }
        }
        ColumnType {
            schema: ty.schema.clone().unwrap_or_default(),
            name: name.to_string(),
            modifiers,
            array: ty.array,
        }
    }
}

/// Appends a type that is no array as `format_type` prints it. Without a schema the name may be a built-in one.
pub(super) fn push_type(out: &mut String, schema: Option<&str>, name: &str, typmod: Option<&str>) {
    if let Some(schema) = schema {
        push_ident(out, schema);
        out.push('.');
        push_ident(out, name);
        return push_typmod(out, typmod, "");
    }
    let (front, back) = match name {
        "int2" => ("smallint", ""),
        "int4" => ("integer", ""),
        "int8" => ("bigint", ""),
        "float4" => ("real", ""),
        "float8" => ("double precision", ""),
        "bool" => ("boolean", ""),
        "varchar" => ("character varying", ""),
        "bpchar" if typmod.is_some() => ("character", ""),
        "bpchar" => ("bpchar", ""),
        "bit" if typmod.is_none() => ("\"bit\"", ""),
        "bit" => ("bit", ""),
        "varbit" => ("bit varying", ""),
        "numeric" => ("numeric", ""),
        "time" => ("time", " without time zone"),
        "timetz" => ("time", " with time zone"),
        "timestamp" => ("timestamp", " without time zone"),
        "timestamptz" => ("timestamp", " with time zone"),
        "interval" => {
            out.push_str("interval");
            if let Some(fields) = typmod {
                if !fields.starts_with('(') {
                    out.push(' ');
                }
                out.push_str(fields);
            }
            return;
        }
        _ => ("", ""),
    };
    if front.is_empty() {
        push_ident(out, name);
    } else {
        out.push_str(front);
    }
    push_typmod(out, typmod, back);
}

fn push_typmod(out: &mut String, typmod: Option<&str>, back: &str) {
    if let Some(modifiers) = typmod {
        out.push('(');
        out.push_str(modifiers);
        out.push(')');
    }
    out.push_str(back);
}

/// Any spelling of a type in PostgreSQL's own: `int4[]` and `int array` are `integer[]`. What is not a type name comes
/// back as it was.
pub fn canonical_type(text: &str) -> String {
    match TypeName::parse(text) {
        Some(name) => name.to_string(),
        None => text.trim().to_string(),
    }
}

/// The modifiers PostgreSQL would print for a type given these.
pub fn canonical_typmod(name: &str, written: &[String]) -> Option<String> {
    match (name, written) {
        (_, []) => None,
        ("numeric", [precision]) => Some(format!("{precision},0")),
        ("time" | "timetz" | "timestamp" | "timestamptz", [digits]) => {
            let digits = digits.parse::<u32>().map_or_else(|_| digits.clone(), |d| d.min(6).to_string());
            Some(digits)
        }
        ("geometry" | "geography", _) => spatial(name, written),
        _ => Some(written.join(",")),
    }
}

/// What PostGIS's types can be of, as it spells them.
const SHAPES: &[&str] = &[
    "Geometry",
    "Point",
    "LineString",
    "Polygon",
    "MultiPoint",
    "MultiLineString",
    "MultiPolygon",
    "GeometryCollection",
    "CircularString",
    "CompoundCurve",
    "CurvePolygon",
    "MultiCurve",
    "MultiSurface",
    "PolyhedralSurface",
    "Triangle",
    "Tin",
];

/// PostGIS knows its shapes in any case, and leaves out what says nothing (`postgis_typmod_out`).
fn spatial(name: &str, written: &[String]) -> Option<String> {
    let shape = written.first().map_or("", String::as_str).trim();
    let reads = |known: &str| {
        let (head, tail) = shape.split_at_checked(known.len())?;
        let tail = tail.to_ascii_uppercase();
        let fits = head.eq_ignore_ascii_case(known) && matches!(tail.as_str(), "" | "Z" | "M" | "ZM");
        fits.then(|| format!("{known}{tail}"))
    };
    let Some(shape) = SHAPES.iter().find_map(|known| reads(known)) else { return Some(written.join(",")) };
    let unsaid = if name == "geography" { "4326" } else { "" };
    let srid = match written.get(1).map_or(unsaid, String::as_str) {
        "0" | "-1" => unsaid,
        srid => srid,
    };
    match (shape.as_str(), srid) {
        ("Geometry", "") => None,
        (_, "") => Some(shape),
        _ => Some(format!("{shape},{srid}")),
    }
}

/// Turns a name found in a text into the catalog's: drops `pg_catalog`, reads `_int4` as an array.
pub(super) fn settle(mut name: TypeName) -> TypeName {
    if name.schema.as_deref() == Some("pg_catalog") {
        name.schema = None;
    }
    if name.schema.is_none()
        && let Some(element) = name.name.strip_prefix('_')
        && builtin::type_named(element).is_some()
    {
        name.name = element.to_string();
        name.array = true;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings() {
        let rows = [
            ("int4", "integer"),
            ("INT", "integer"),
            ("character varying", "character varying"),
            ("varchar(10)", "character varying(10)"),
            ("float(20)", "real"),
            ("float", "double precision"),
            ("float(53)", "double precision"),
            ("decimal", "numeric"),
            ("dec(10)", "numeric(10,0)"),
            ("numeric( 10 , 2 )", "numeric(10,2)"),
            ("timestamp(3) with time zone", "timestamp(3) with time zone"),
            ("timestamptz(3)", "timestamp(3) with time zone"),
            ("timestamptz", "timestamp with time zone"),
            ("time", "time without time zone"),
            ("timetz", "time with time zone"),
            ("bit", "bit(1)"),
            ("bit(3)", "bit(3)"),
            ("bit varying(5)", "bit varying(5)"),
            ("varbit", "bit varying"),
            ("char", "character(1)"),
            ("char(3)", "character(3)"),
            ("bpchar", "bpchar"),
            ("\"char\"", "\"char\""),
            ("int array", "integer[]"),
            ("int array[3]", "integer[]"),
            ("int[3][4]", "integer[]"),
            ("_int4", "integer[]"),
            ("pg_catalog.int4", "integer"),
            ("pg_catalog._text", "text[]"),
            ("interval day to second(3)", "interval day to second(3)"),
            ("interval(3)", "interval(3)"),
            ("interval year", "interval year"),
            ("interval YEAR TO MONTH", "interval year to month"),
            ("\"My Type\"", "\"My Type\""),
            ("app.mood[]", "app.mood[]"),
            ("App.\"Mood\"", "app.\"Mood\""),
            ("t.c%TYPE", "t.c%TYPE"),
            ("setof t", "SETOF t"),
            ("geometry(Point,4326)", "geometry(Point,4326)"),
            ("public.geometry(Point, 4326)", "public.geometry(Point,4326)"),
            ("geometry(POINTZ, 4326)", "geometry(PointZ,4326)"),
            ("public.geography(point)", "public.geography(Point,4326)"),
            ("geometry('GEOMETRY', 0)", "geometry"),
            ("national character varying(3)", "character varying(3)"),
            ("nchar(2)", "character(2)"),
            ("bool", "boolean"),
            ("double precision", "double precision"),
            ("character varying(5)[]", "character varying(5)[]"),
            ("json", "json"),
            ("uuid", "uuid"),
            ("timestamp without time zone", "timestamp without time zone"),
            ("citext", "citext"),
            ("pg_catalog.\"char\"", "\"char\""),
            ("pg_catalog.\"bit\"", "\"bit\""),
            ("timestamp(3)[]", "timestamp(3) without time zone[]"),
            ("not a type, no", "not a type, no"),
        ];
        for (written, expected) in rows {
            assert_eq!(canonical_type(written), expected, "{written}");
            assert_eq!(canonical_type(expected), expected, "again {written}");
        }
    }
}
