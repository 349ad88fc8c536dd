//! What JavaScript is told: diagnostics with the places that editors know.

use crate::places::{Place, Places};
use schemasync_core::diagnostic::{Diagnostic, Level};
use serde::Serialize;

/// A diagnostic. Its place is left out where it is about none.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Told {
    level: Level,
    code: String,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    /// Which side of a comparison it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'static str>,
    #[serde(flatten)]
    place: Option<Place>,
    related: Vec<Related>,
}

/// Another place that a diagnostic has to do with.
#[derive(Clone, Debug, Serialize)]
struct Related {
    message: &'static str,
    #[serde(flatten)]
    place: Place,
}

/// The answer to a request that is none.
#[derive(Serialize)]
pub(crate) struct Refusal {
    diagnostics: Vec<Told>,
}

impl Refusal {
    /// Says why.
    pub(crate) fn new(why: &str) -> Self {
        let message = format!("this is not what the function takes: {why}");
        Refusal { diagnostics: vec![of_no_source(&Diagnostic::of_all("bad-request", message))] }
    }
}

/// A diagnostic that is about no source.
pub(crate) fn of_no_source(diagnostic: &Diagnostic) -> Told {
    Told {
        level: diagnostic.level,
        code: diagnostic.code.clone(),
        message: diagnostic.message.clone(),
        help: diagnostic.help.clone(),
        side: None,
        place: None,
        related: Vec::new(),
    }
}

/// Diagnostics of sources.
pub(crate) fn told<'a>(
    diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
    places: &Places<'_>,
    side: Option<&'static str>,
) -> Vec<Told> {
    let related = |diagnostic: &Diagnostic| {
        let place = diagnostic.also.and_then(|span| places.of(span));
        place.map(|place| Related { message: "first made here", place }).into_iter().collect()
    };
    let told = |diagnostic: &'a Diagnostic| Told {
        side,
        place: diagnostic.span.and_then(|span| places.of(span)),
        related: related(diagnostic),
        ..of_no_source(diagnostic)
    };
    diagnostics.into_iter().map(told).collect()
}
