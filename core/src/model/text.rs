//! SQL kept as the author wrote it. What it means is found out by a dialect's `canon/`.

use crate::reads;
use serde::Serialize;
use std::sync::Arc;

/// The schemas that unqualified names are looked up in, in order; `pg_catalog` is always searched first.
pub type SearchPath = Arc<Vec<String>>;

/// An expression, query or body: the exact text, and the search path it was written under.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SqlText {
    /// The author's text, without surrounding blanks.
    pub text: String,
    /// How its unqualified names resolve.
    pub path: SearchPath,
}

reads!(SqlText { text, path });

impl SqlText {
    /// A text under a search path.
    pub fn new(text: impl Into<String>, path: &SearchPath) -> Self {
        SqlText { text: text.into(), path: path.clone() }
    }
}
