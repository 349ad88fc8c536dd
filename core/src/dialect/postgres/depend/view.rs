//! What views need.

use super::*;

/// Everything its query names.
pub fn dependencies(schema: &Schema, id: &ObjectId, of: &View) -> Vec<Dependency> {
    let mut out = on_text(schema, &of.query, None, "the view reads it");
    out.retain(|dependency| dependency.on != *id);
    out
}
