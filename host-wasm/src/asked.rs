//! What JavaScript asks: requests as plain data, and what they mean to the core.

use schemasync_core::comparison;
use schemasync_core::diagnostic::Diagnostic;
use schemasync_core::model::ObjectId;
use schemasync_core::options::{Manage, Options};
use schemasync_core::scope::Scope;
use schemasync_core::side::Limits;
use schemasync_core::source::Source;
use schemasync_core::value::{FromValue, Unread, from_value, variant};
use schemasync_core::{named, reads};
use serde_json::Value;

/// One text with the name that messages call it by.
pub(crate) struct Text {
    name: String,
    text: String,
}

reads!(Text { name, text; });

/// One side: DDL, or one JSON document.
pub(crate) enum Place {
    /// Texts of DDL.
    Ddl(Vec<Text>),
    /// A snapshot or a catalog.
    Document(Text),
}

impl FromValue for Place {
    fn from_value(value: Value) -> Result<Self, Unread> {
        let (name, content) = variant(value)?;
        match name.as_str() {
            "ddl" => from_value(content).map(Place::Ddl),
            "document" => from_value(content).map(Place::Document),
            _ => return Err(Unread::unknown(&name, &["ddl", "document"])),
        }
        .map_err(|fault| fault.of_field(&name))
    }
}

/// As the command line's flags.
#[derive(Default)]
pub(crate) struct Flags {
    pub(crate) schema: Vec<String>,
    ignore: Vec<String>,
    manage: Vec<Managed>,
    rename: Vec<String>,
    online: bool,
    unsupported: Unsupported,
}

reads!(Flags { schema, ignore, manage, rename, online, unsupported });

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Managed {
    Grants,
    Owners,
    All,
}

named!(Managed {
    Grants = "grants",
    Owners = "owners",
    All = "all",
});

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Unsupported {
    #[default]
    Error,
    Warn,
}

named!(Unsupported {
    Error = "error",
    Warn = "warn",
});

/// What a server answered to one question.
pub(crate) struct Answer {
    object: String,
    texts: Vec<String>,
}

reads!(Answer { object, texts; });

impl From<Text> for Source {
    fn from(text: Text) -> Self {
        // A byte order mark is no part of the text, but its place counts in the caller's offsets.
        Source::new(text.name, text.text)
    }
}

impl Place {
    /// The sources there, and whether they are one document.
    pub(crate) fn sources(self) -> (Vec<Source>, bool) {
        match self {
            Place::Ddl(texts) => (texts.into_iter().map(Source::from).collect(), false),
            Place::Document(text) => (vec![text.into()], true),
        }
    }
}

impl Flags {
    /// What counts of a side.
    pub(crate) fn limits(&self) -> Limits {
        Limits {
            scope: Scope { schemas: self.schema.clone(), ignore: self.ignore.clone(), ..Scope::default() },
            leave_out: self.unsupported == Unsupported::Warn,
        }
    }

    /// How to plan.
    pub(crate) fn options(&self, answers: Vec<Answer>) -> Result<Options, Diagnostic> {
        let managed = |what| self.manage.iter().any(|manage| *manage == what || *manage == Managed::All);
        let renames = self.rename.iter().map(|rename| comparison::rename(rename));
        Ok(Options {
            renames: renames.collect::<Result<_, _>>()?,
            manage: Manage { owners: managed(Managed::Owners), grants: managed(Managed::Grants) },
            online: self.online,
            answers: answers.into_iter().filter_map(Answer::entry).collect(),
            ..Options::default()
        })
    }
}

impl Answer {
    /// A key that is none of ours answers no question.
    fn entry(self) -> Option<(ObjectId, Vec<String>)> {
        Some((from_value(serde_json::from_str(&self.object).ok()?).ok()?, self.texts))
    }
}
