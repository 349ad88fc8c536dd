//! What a dialect finds out about the two schemas once and asks for again and again: an index over all objects, which a
//! question about one object must not make anew.

use crate::collections::BTreeMap;
use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::rc::Rc;

/// One finding of each type.
#[derive(Debug, Default)]
pub struct Memo {
    known: RefCell<BTreeMap<TypeId, Rc<dyn Any>>>,
}

impl Memo {
    /// What is known, or is found now.
    pub fn get<T: Any>(&self, find: impl FnOnce() -> T) -> Rc<T> {
        let known = self.known.borrow().get(&TypeId::of::<T>()).cloned();
        if let Some(Ok(known)) = known.map(Rc::downcast) {
            return known;
        }
        let found = Rc::new(find());
        self.known.borrow_mut().insert(TypeId::of::<T>(), found.clone());
        found
    }
}
