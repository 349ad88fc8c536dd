//! A database made from a text, and what it says of itself while nothing else has been done to it.

use crate::case::Case;
use crate::oracle::without_renames;
use crate::server::{Database, server};
use crate::{dump, engine, live};

/// A database made from a text.
pub struct Fresh<'t> {
    /// The text.
    pub text: &'t str,
    /// The database.
    pub database: Database,
    /// What pg_dump said of it; empty if there is none for the server.
    pub dump: String,
    /// What `inspect` said of it.
    pub shown: String,
    document: String,
}

impl<'t> Fresh<'t> {
    /// From a section of a case.
    ///
    /// # Errors
    /// Why it does not load, or cannot be told.
    pub fn load(case: &'t Case, section: &str) -> Result<Self, String> {
        Self::of(section, case.section(section))
    }

    /// From a text that is called `what` in messages.
    ///
    /// # Errors
    /// Why it does not load, or cannot be told.
    pub fn of(what: &str, text: &'t str) -> Result<Self, String> {
        let database = server().database();
        database.script(text).map_err(|error| format!("`{what}` does not load: {error}"))?;
        let document = live::document(&database);
        let shown = live::shown(&document)
            .map_err(|error| format!("no `inspect` of a database made from `{what}`: {error}"))?;
        let dump = if server().has_dump() { database.dump() } else { String::new() };
        Ok(Fresh { text, database, dump, shown, document })
    }

    /// Where it does not say the same as its text, a paragraph each.
    pub fn faults(&self, case: &Case) -> Vec<String> {
        let allowed = |what: &str| case.lines("allow").any(|check| check == what);
        let mut faults = Vec::new();
        if !allowed("second") {
            faults.extend(self.differs(&without_renames(&case.flags())));
            faults.extend(self.shown_otherwise().filter(|_| !allowed("inspect")));
        }
        faults
    }

    /// Whether `inspect` of the database is not `inspect` of the text. What a server newer than the words for it adds (the rest
    /// of ALL, defaults) is not in the text: there, nothing is compared.
    fn shown_otherwise(&self) -> Option<String> {
        let said = match engine::inspect(self.text, &[]) {
            Ok(said) => said,
            Err(error) => return Some(format!("no `inspect` of a text: {error}")),
        };
        let difference = dump::difference(&dump::like(self.text, &self.as_the_text_could()), &said);
        (!difference.is_empty() && self.database.server().version() < 17).then(|| {
            format!(
                "`inspect` of a database made from a text (-) is not `inspect` of the text (+):\n{difference}"
            )
        })
    }

    /// What `inspect` said, less what no text says: who ran it, and the comments that extensions bring along.
    fn as_the_text_could(&self) -> String {
        let text = self.text.to_lowercase();
        let says = |words: &str| text.contains(words);
        let lines = self.shown.lines();
        let kept = lines.filter(|line| {
            let head = line.split_once(" IS ").map_or(*line, |(head, _)| head);
            !head.starts_with("COMMENT ON EXTENSION ") || says(&head.to_lowercase())
        });
        kept.map(|line| match says("for role postgres") {
            true => format!("{line}\n"),
            false => format!("{}\n", line.replace("PRIVILEGES FOR ROLE postgres", "PRIVILEGES")),
        })
        .collect()
    }

    /// Where its catalog differs from its text, as `diff` sees it.
    pub fn differs(&self, flags: &[String]) -> Vec<String> {
        live::differs(&self.document, self.text, flags)
    }
}
