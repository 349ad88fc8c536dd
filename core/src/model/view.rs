//! Views and materialised views.

use super::{Parameters, SqlText};
use crate::{reads, transparent};
use serde::Serialize;

/// A view or materialised view.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct View {
    /// Materialised.
    pub materialized: bool,
    /// Column names given in parentheses; empty when the query names them.
    pub columns: Vec<String>,
    /// The query. A `RECURSIVE` view's is written out as the `WITH RECURSIVE` it stands for.
    pub query: SqlText,
    /// `security_barrier`, `security_invoker`, `check_option`, and storage parameters of materialised views.
    pub options: Parameters,
    /// Tablespace of a materialised view.
    pub tablespace: Option<String>,
    /// Access method of a materialised view.
    pub access_method: Option<String>,
    /// `WITH NO DATA`. Not compared: it is a state, not a definition.
    pub with_no_data: NoData,
}

reads!(View { materialized, columns, query, options, tablespace, access_method, with_no_data });

/// Whether a materialised view was made without data; always counts as equal.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoData(pub bool);

transparent!(NoData);

impl PartialEq for NoData {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for NoData {}
