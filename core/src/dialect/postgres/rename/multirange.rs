//! The multirange that comes with a range type: it has a name of its own, which a renamed range does not take along.

use super::Map;
use crate::dialect::postgres::canon::escapes::quote_ident;
use crate::dialect::postgres::names::{multirange_name, multirange_of};
use crate::model::{Kind, Object, ObjectId, RangeType, Schema};
use crate::pair::Pair;

const OPTION: &str = "multirange_type_name";

/// Renames the multiranges of renamed ranges that are to be called otherwise, too.
pub(super) fn renames(pair: Pair<&Schema>, map: &mut Map) {
    let along = map.iter().filter_map(|(old, new)| {
        let (Object::Range(from), Object::Range(to)) = (pair.current.get(old)?, pair.desired.get(new)?)
        else {
            return None;
        };
        let id =
            |of: &ObjectId, range| ObjectId::new(Kind::Type, &*of.schema, multirange_of(range, &of.name));
        let names = (id(old, from), id(new, to));
        (old.schema == new.schema && names.0 != names.1).then_some(names)
    });
    let along: Vec<_> = along.collect();
    map.extend(along);
}

/// A range that is called something else now says how its multirange is called, unless that goes without saying.
pub(super) fn name(of: &mut RangeType, id: &ObjectId, multirange: &str) {
    of.options.retain(|(option, _)| option != OPTION);
    if multirange != multirange_name(&id.name) {
        of.options.push((OPTION.into(), format!("{}.{}", quote_ident(&id.schema), quote_ident(multirange))));
        of.options.sort();
    }
}
