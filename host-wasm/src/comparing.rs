//! Two sides compared: the plan, there or back, and how it is printed.

use crate::asked::{Answer, Flags, Place};
use crate::places::Places;
use crate::reading::Read;
use crate::told::{Told, of_no_source, told};
use schemasync_core::comparison::Comparison;
use schemasync_core::diagnostic::Diagnostic;
use schemasync_core::pair::Pair;
use schemasync_core::report::{self, Document};
use schemasync_core::side::Side;
use schemasync_core::{named, reads};
use serde::Serialize;
use serde_json::Value;
use std::rc::Rc;

/// Two sides to compare.
pub(crate) struct Diff {
    current: Place,
    desired: Place,
    pub(crate) options: Flags,
    /// What a server answered to the questions.
    answers: Vec<Answer>,
    /// The way back rather than the way there.
    back: bool,
}

reads!(Diff { current, desired; options, answers, back });

/// What came of it.
#[derive(Default)]
pub(crate) struct Compared {
    diagnostics: Vec<Told>,
    /// The plan's document, unless there are faults.
    plan: Option<String>,
}

impl Compared {
    /// As JSON, the document as it is.
    pub(crate) fn json(&self) -> String {
        let plan = self.plan.as_deref().unwrap_or("null");
        format!("{{\"diagnostics\":{},\"plan\":{plan}}}", crate::json(&self.diagnostics))
    }
}

/// Both sides, read.
pub(crate) struct Sides {
    read: Pair<Rc<Read>>,
    pub(crate) diagnostics: Vec<Told>,
}

impl Sides {
    pub(crate) fn read(current: Place, desired: Place, flags: &Flags) -> Self {
        let read = Pair::new(current.read(flags), desired.read(flags));
        let tell = |read: &Read, name| told(&read.side.diagnostics, &Places::new(&read.sources), Some(name));
        let mut diagnostics = tell(&read.current, "current");
        diagnostics.extend(tell(&read.desired, "desired"));
        Sides { read, diagnostics }
    }

    /// The sides, unless they have faults.
    pub(crate) fn sound(&self) -> Option<Pair<&Side>> {
        let sides = self.read.as_ref().map(|read| &read.side);
        (sides.current.faults() + sides.desired.faults() == 0).then_some(sides)
    }
}

/// Compares two sides.
pub(crate) fn diff(asked: Diff) -> Compared {
    let Diff { current, desired, options, answers, back } = asked;
    let mut read = Sides::read(current, desired, &options);
    let mut diagnostics = std::mem::take(&mut read.diagnostics);
    let Some(sides) = read.sound() else { return Compared { diagnostics, plan: None } };
    let compared =
        options.options(answers).and_then(|planning| Comparison::new(sides, &options.schema, planning, back));
    match compared {
        Err(fault) => {
            diagnostics.push(of_no_source(&fault));
            Compared { diagnostics, plan: None }
        }
        Ok(compared) => {
            diagnostics.extend(compared.plan.diagnostics.iter().map(of_no_source));
            let sound = compared.faults() == 0;
            let plan = sound.then(|| report::json(&compared.with_fingerprints(sides).report()));
            Compared { diagnostics, plan }
        }
    }
}

/// A plan to print.
pub(crate) struct Render {
    /// The plan's document.
    plan: String,
    format: Format,
}

reads!(Render { plan; format });

#[derive(Clone, Copy, Default)]
pub(crate) enum Format {
    #[default]
    Sql,
    Text,
    Markdown,
    Json,
}

named!(Format {
    Sql = "sql",
    Text = "text",
    Markdown = "markdown",
    Json = "json",
});

/// The plan, printed.
#[derive(Serialize)]
pub(crate) struct Rendered {
    diagnostics: Vec<Told>,
    text: Option<String>,
}

fn document(plan: &str) -> Result<Document, String> {
    let document: Value = serde_json::from_str(plan).map_err(|error| error.to_string())?;
    Document::read(document).map_err(|error| error.to_string())
}

/// Prints a plan as the command does.
pub(crate) fn render(asked: Render) -> Rendered {
    let document = match document(&asked.plan) {
        Ok(document) => document,
        Err(error) => {
            let fault = Diagnostic::of_all("bad-plan", format!("this is no plan: {error}"));
            return Rendered { diagnostics: vec![of_no_source(&fault)], text: None };
        }
    };
    let report = document.report();
    let text = match asked.format {
        Format::Sql => report::sql(&report),
        Format::Text => report::text(&report, false),
        Format::Markdown => report::markdown(&report),
        Format::Json => report::json(&report),
    };
    Rendered { diagnostics: Vec::new(), text: Some(text) }
}
