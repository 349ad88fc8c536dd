//! A type is renamed or moved by a later statement: everything that was read with its old name gets
//! the new one.

use super::builder::Builder;
use crate::model::{ColumnType, Object, ObjectId, signature};

impl Builder {
    /// Puts the new name of a type into every type name of the schema; routines get new ids with it.
    pub fn retype(&mut self, from: &ObjectId, to: &ObjectId) {
        let mut routines = Vec::new();
        for (id, object) in &mut self.schema.objects {
            let change = |ty: &mut ColumnType| {
                if ty.schema == from.schema && ty.name == from.name {
                    ty.schema.clone_from(&to.schema);
                    ty.name.clone_from(&to.name);
                }
            };
            match object {
                Object::Column(column) => change(&mut column.ty),
                Object::Domain(domain) => change(&mut domain.base),
                Object::Range(range) => change(&mut range.subtype),
                Object::Composite(composite) => {
                    composite.attributes.iter_mut().for_each(|a| change(&mut a.ty))
                }
                Object::Routine(routine) => {
                    routine.arguments.iter_mut().for_each(|argument| change(&mut argument.ty));
                    routine.returns.iter_mut().for_each(change);
                    let part = signature(&routine.arguments);
                    if part != id.part {
                        routines.push((id.clone(), ObjectId { part, ..id.clone() }));
                    }
                }
                _ => {}
            }
        }
        for (old, new) in routines {
            self.move_object(&old, &new);
        }
    }
}
