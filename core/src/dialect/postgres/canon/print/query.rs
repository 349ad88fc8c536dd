//! Sub-selects inside expressions.

use super::Printer;
use crate::dialect::postgres::canon::ir::{Name, Node, Query};
use crate::dialect::postgres::canon::raw::SubKind;

impl Printer<'_, '_> {
    pub(super) fn sub(&mut self, _kind: SubKind, left: &[Node], _op: Option<&Name>, _query: &Query) {
        self.list(left, true);
    }
}
