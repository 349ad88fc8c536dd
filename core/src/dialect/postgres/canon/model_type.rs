//! From a registry's type back to the model's.

use super::builtin::{self, Oid};
use super::registry::Registry;
use super::types::TypeName;
use crate::model::ColumnType;

impl Registry<'_> {
    /// The model's type for an id and a modifier; a type that is not known has no name.
    pub fn model(&self, id: Oid, typmod: i32) -> ColumnType {
        let element = self.element_of(id);
        let array = element != 0 && self.category(id) == b'A';
        let id = if array { element } else { id };
        let mut name = match self.user_type(id) {
            Some(user) => TypeName { schema: user.schema.clone(), ..TypeName::named(&user.name) },
            None => match builtin::type_row(id) {
                Some(row) => TypeName::named(row.name),
                None => return ColumnType::default(),
            },
        };
        name.typmod = self.typmod_text(typmod).map(str::to_owned);
        name.array = array;
        ColumnType::from(&name)
    }
}
