//! Routines.

use super::{Work, settings};
use crate::dialect::postgres::canon::schema::side::Row;
use crate::model::{Argument, Routine, RoutineBody};

impl Work<'_, '_> {
    pub(super) fn routine(&mut self, routine: &mut Routine) {
        for argument in &mut routine.arguments {
            self.argument(argument);
        }
        if let Some(returns) = &mut routine.returns {
            self.column_type(returns);
        }
        for ty in &mut routine.transforms {
            self.column_type(ty);
        }
        let said = std::mem::take(&mut routine.settings).into_iter();
        routine.settings =
            said.map(|(name, value)| (name.clone(), settings::setting(&name, &value))).collect();
        routine.language.make_ascii_lowercase();
        if let RoutineBody::Sql(body) = &mut routine.body {
            let row = Row::Arguments { function: self.id.clone() };
            self.statement(body, &row);
        }
    }

    fn argument(&mut self, argument: &mut Argument) {
        self.column_type(&mut argument.ty);
        let ty = argument.ty.clone();
        if let Some(default) = &mut argument.default {
            self.assigned(default, &Row::None, &ty);
        }
    }
}
