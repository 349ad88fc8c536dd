//! Which objects differ. Knows no kinds: presence and equality are all it looks at.

use crate::model::{Object, ObjectId, Schema};
use crate::pair::Pair;
use std::cmp::Ordering;

/// One difference.
#[derive(Clone, Copy, Debug)]
pub struct Difference<'a> {
    /// The object's id.
    pub id: &'a ObjectId,
    /// The object on each side where it is there; never `None` on both.
    pub objects: Pair<Option<&'a Object>>,
}

/// The differences in the order of their ids: one walk over both maps.
pub fn diff<'a>(pair: Pair<&'a Schema>) -> Vec<Difference<'a>> {
    let mut out = Vec::new();
    let mut current = pair.current.objects.iter().peekable();
    let mut desired = pair.desired.objects.iter().peekable();
    loop {
        let order = match (current.peek(), desired.peek()) {
            (None, None) => return out,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((a, _)), Some((b, _))) => a.cmp(b),
        };
        let left = if order.is_le() { current.next() } else { None };
        let right = if order.is_ge() { desired.next() } else { None };
        match (left, right) {
            (Some((_, a)), Some((_, b))) if a == b => {}
            (Some((id, a)), b) => {
                out.push(Difference { id, objects: Pair::new(Some(a), b.map(|(_, b)| b)) });
            }
            (None, Some((id, b))) => out.push(Difference { id, objects: Pair::new(None, Some(b)) }),
            (None, None) => {}
        }
    }
}
