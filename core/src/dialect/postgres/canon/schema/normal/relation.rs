//! Tables, columns, defaults, constraints, views, triggers, rules, policies.

use super::{Work, settings};
use crate::dialect::postgres::canon::schema::side::Row;
use crate::model::{Column, Constraint, ConstraintRule, Policy, Rule, SqlText, Table, Trigger, View};

impl Work<'_, '_> {
    /// The row of the relation that the object is, or is a part of.
    fn own_row(&self) -> Row {
        Row::Relation { schema: self.id.schema.clone(), name: self.id.name.clone() }
    }

    /// The row of the relation as OLD and NEW.
    fn old_new(&self, bare: Option<&'static str>) -> Row {
        Row::OldNew { schema: self.id.schema.clone(), name: self.id.name.clone(), bare }
    }

    pub(super) fn table(&mut self, table: &mut Table) {
        settings::parameters(&mut table.parameters);
        let row = self.own_row();
        if let Some(by) = &mut table.partition_by {
            by.strategy.make_ascii_lowercase();
            for key in &mut by.key {
                // Keys are compared as by a btree, hashed ones as by a hash index.
                let method = if by.strategy == "hash" { "hash" } else { "btree" };
                self.partition_key(key, &row, method);
            }
        }
        if let Some(of) = &mut table.partition_of {
            of.bound = self.bound(&of.bound, &of.parent);
        }
    }

    pub(super) fn column(&mut self, column: &mut Column) {
        self.column_type(&mut column.ty);
        self.collation(&mut column.collation);
        let row = self.own_row();
        if let Some(generated) = &mut column.generated {
            self.assigned(&mut generated.expression, &row, &column.ty);
        }
        if column
            .storage
            .as_deref()
            .is_some_and(|storage| Some(storage) == self.side.default_storage(&column.ty))
        {
            column.storage = None;
        }
        if matches!(column.compression.as_deref(), Some("default")) {
            column.compression = None;
        }
        if column.statistics == Some(-1) {
            column.statistics = None;
        }
        if let Some(identity) = &mut column.identity {
            // Its bounds say all that its own type does, and no dump says that.
            identity.sequence.ty.clone_from(&column.ty.name);
        }
        settings::parameters(&mut column.parameters);
    }

    pub(super) fn column_default(&mut self, text: &mut SqlText) {
        let ty = self.side.column_type(&self.id.schema, &self.id.name, &self.id.part);
        match ty {
            Some(ty) => self.assigned(text, &Row::None, &ty),
            None => self.expression(text, &Row::None),
        }
    }

    pub(super) fn constraint(&mut self, constraint: &mut Constraint) {
        let row = self.own_row();
        match &mut constraint.rule {
            ConstraintRule::Check { expression, .. } => self.condition(expression, &row),
            ConstraintRule::Key(key) => settings::parameters(&mut key.parameters),
            ConstraintRule::Exclude(exclude) => {
                self.index_on(&mut exclude.index, &row);
                for operator in &mut exclude.operators {
                    *operator = super::index::operator(operator);
                }
            }
            ConstraintRule::ForeignKey(_) => {}
        }
    }

    pub(super) fn view(&mut self, view: &mut View) {
        settings::view_options(&mut view.options);
        if self.query(&mut view.query, &view.columns) {
            view.columns.clear();
        }
    }

    pub(super) fn trigger(&mut self, trigger: &mut Trigger) {
        if let Some(when) = &mut trigger.when {
            let row = self.old_new(None);
            self.condition(when, &row);
        }
    }

    pub(super) fn rule(&mut self, rule: &mut Rule) {
        if let Some(condition) = &mut rule.condition {
            // Where there is but one of the two, its columns need no name before them.
            let bare = match rule.event.as_str() {
                "insert" => Some("new"),
                "delete" | "select" => Some("old"),
                _ => None,
            };
            let row = self.old_new(bare);
            self.condition(condition, &row);
        }
        let row = self.old_new(None);
        for command in &mut rule.commands {
            self.statement(command, &row);
        }
    }

    pub(super) fn policy(&mut self, policy: &mut Policy) {
        let row = self.own_row();
        for text in [&mut policy.using, &mut policy.check].into_iter().flatten() {
            self.condition(text, &row);
        }
    }
}
