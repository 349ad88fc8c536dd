//! The catalog document: rows of texts by section, read cell by cell in the order that the section's file gives.

use super::{FORMAT, VERSION};
use crate::collections::BTreeMap;
use crate::diagnostic::{Diagnostic, Level};
use crate::reads;
use crate::value::from_value;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use std::borrow::Cow;

/// What the server says of itself and of the session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Server {
    /// `server_version_num`, as `150004`.
    pub version: u32,
    /// `server_version`, as `15.4 (Debian 15.4-1)`.
    pub name: String,
    /// The database.
    pub database: String,
    /// The role that asked.
    pub user: String,
    /// The database's owner.
    pub owner: String,
    /// The database's encoding, as `UTF8`.
    pub encoding: String,
    /// The database's `LC_COLLATE`.
    pub collate: String,
    /// The database's `LC_CTYPE`.
    pub ctype: String,
    /// Whether the role is a superuser.
    pub superuser: bool,
}

reads!(Server { version, name, database, user, owner, encoding, collate, ctype, superuser });

/// A document.
#[derive(Debug, Deserialize)]
pub(super) struct Document<'a> {
    #[serde(borrow)]
    format: Cow<'a, str>,
    version: u64,
    #[serde(default, deserialize_with = "server")]
    pub(super) server: Server,
    #[serde(borrow)]
    rows: BTreeMap<&'a str, Option<Vec<Row<'a>>>>,
}

fn server<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Server, D::Error> {
    from_value(Value::deserialize(deserializer)?).map_err(D::Error::custom)
}

#[derive(Debug, Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// A row of a section.
#[derive(Debug, Deserialize)]
pub(super) struct Row<'a>(#[serde(borrow)] Vec<Option<Text<'a>>>);

impl<'a> Document<'a> {
    /// Reads a document, or says why it is none.
    pub(super) fn parse(text: &'a str) -> Result<Self, Diagnostic> {
        let document: Document<'a> = serde_json::from_str(text)
            .map_err(|e| fault("bad-catalog", format!("this is no whole catalog document: {e}")))?;
        if document.format != FORMAT {
            return Err(fault("bad-catalog", "this is JSON, but no catalog document".to_owned()));
        }
        if document.version != VERSION {
            let message = format!(
                "this catalog document is of version {}; this program reads version {VERSION}",
                document.version
            );
            return Err(fault("catalog-version", message));
        }
        Ok(document)
    }

    /// The rows of a section, none if the server's version has no such thing.
    pub(super) fn rows(&'a self, section: &'static str) -> impl Iterator<Item = Cells<'a>> + use<'a> {
        let rows = self.rows.get(section).and_then(Option::as_deref).unwrap_or_default();
        rows.iter().map(|row| Cells { rest: row.0.iter() })
    }
}

fn fault(code: &str, message: String) -> Diagnostic {
    let help = Some("make it again from the database".to_owned());
    Diagnostic { level: Level::Error, code: code.into(), message, span: None, also: None, help }
}

/// The cells of a row, taken one after the other. What is not there is empty.
#[derive(Clone, Debug)]
pub(super) struct Cells<'r> {
    rest: std::slice::Iter<'r, Option<Text<'r>>>,
}

impl<'r> Cells<'r> {
    /// A text, or NULL.
    pub(super) fn opt(&mut self) -> Option<&'r str> {
        self.rest.next()?.as_ref().map(|text| text.0.as_ref())
    }

    /// A text; NULL is empty.
    pub(super) fn text(&mut self) -> &'r str {
        self.opt().unwrap_or_default()
    }

    /// The texts that are left.
    pub(super) fn texts(self) -> impl Iterator<Item = &'r str> {
        self.rest.filter_map(|cell| cell.as_ref().map(|text| text.0.as_ref()))
    }

    /// Passes some cells.
    pub(super) fn skip(&mut self, count: usize) {
        (0..count).for_each(|_| _ = self.rest.next());
    }

    /// A text of one's own.
    pub(super) fn string(&mut self) -> String {
        self.text().to_owned()
    }

    /// A truth value.
    pub(super) fn flag(&mut self) -> bool {
        matches!(self.text(), "true" | "t")
    }

    /// A number; 0 if there is none.
    pub(super) fn number<T: std::str::FromStr + Default>(&mut self) -> T {
        self.text().parse().unwrap_or_default()
    }

    /// The elements of an array.
    pub(super) fn list(&mut self) -> Vec<String> {
        self.opt().map(array).unwrap_or_default()
    }

    /// Numbers, in braces and commas or with blanks between them.
    pub(super) fn numbers(&mut self) -> Vec<i32> {
        let text = self.text().trim_matches(['{', '}']);
        text.split([' ', ',']).filter_map(|number| number.parse().ok()).collect()
    }

    /// `{name=value,...}`.
    pub(super) fn pairs<All: FromIterator<(String, String)>>(&mut self) -> All {
        let pair = |item: String| match item.split_once('=') {
            Some((name, value)) => (name.to_owned(), value.to_owned()),
            None => (item, String::new()),
        };
        self.list().into_iter().map(pair).collect()
    }
}

/// The elements of an array as the server writes it: `{a,"b c","d\"e",NULL}`.
pub(super) fn array(text: &str) -> Vec<String> {
    let inner = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or_default();
    let (mut out, mut item, mut quoted, mut escaped) = (Vec::new(), String::new(), false, false);
    if inner.is_empty() {
        return out;
    }
    for c in inner.chars() {
        match c {
            _ if escaped => {
                item.push(c);
                escaped = false;
            }
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            ',' if !quoted => out.push(std::mem::take(&mut item)),
            _ => item.push(c),
        }
    }
    out.push(item);
    out
}

#[cfg(test)]
mod tests {
    use super::array;

    #[test]
    fn arrays() {
        assert_eq!(array("{}"), Vec::<String>::new());
        assert_eq!(array(r#"{a,"b, c","d\"e\\","",f=1}"#), ["a", "b, c", "d\"e\\", "", "f=1"]);
    }
}
