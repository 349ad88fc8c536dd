//! Texts of an object: each is replaced by its canonical form, and what could not be told is kept.

use super::Work;
use crate::dialect::postgres::canon::schema::side::Row;
use crate::dialect::postgres::canon::schema::was_read;
use crate::dialect::postgres::canon::{self, Canonical};
use crate::model::{ColumnType, QualifiedName, SqlText};
use std::sync::Arc;

impl Work<'_, '_> {
    /// A text in canonical form names everything with its schema; what could not be read keeps its search path.
    fn put(&mut self, text: &mut SqlText, canonical: Canonical) {
        text.text.clone_from(&canonical.text);
        if was_read(&canonical) {
            text.path = Arc::default();
        }
        self.texts.push(canonical);
    }

    /// An expression of any type.
    pub(super) fn expression(&mut self, text: &mut SqlText, row: &Row) {
        let canonical = self.side.expression(text, row, None, false);
        self.put(text, canonical);
    }

    /// The same; gives its type as far as it is known.
    pub(super) fn typed_expression(&mut self, text: &mut SqlText, row: &Row) -> Option<ColumnType> {
        let ty = self.side.expression_type(text, row);
        self.expression(text, row);
        ty
    }

    /// A boolean expression.
    pub(super) fn condition(&mut self, text: &mut SqlText, row: &Row) {
        let canonical = self.side.expression(text, row, None, true);
        self.put(text, canonical);
    }

    /// An expression that is assigned to a column or argument of a type.
    pub(super) fn assigned(&mut self, text: &mut SqlText, row: &Row, ty: &ColumnType) {
        let canonical = self.side.expression(text, row, Some(ty), false);
        self.put(text, canonical);
    }

    /// A view's query; whether it has taken in the column names.
    pub(super) fn query(&mut self, text: &mut SqlText, columns: &[String]) -> bool {
        let (canonical, named) = self.side.query(text, columns);
        self.put(text, canonical);
        named
    }

    /// A command of a rule, or the body of a function.
    pub(super) fn statement(&mut self, text: &mut SqlText, row: &Row) {
        let canonical = self.side.statement(text, row);
        self.put(text, canonical);
    }

    /// `FOR VALUES ...` of a partition: constants in the form of the key's types.
    pub(super) fn bound(&mut self, bound: &SqlText, parent: &QualifiedName) -> SqlText {
        let types = self.side.key_types(parent);
        SqlText { text: canon::bound::canonical(&bound.text, &types), path: Arc::default() }
    }
}
