//! What types need: the types they are made of, and what the checks and defaults of domains name.

use super::*;

/// Its attributes' types and collations.
pub fn composite(schema: &Schema, of: &CompositeType) -> Vec<Dependency> {
    let mut out = Vec::new();
    for attribute in &of.attributes {
        out.extend(on_type(schema, &attribute.ty, "an attribute is of the type"));
        out.extend(on_collation(&attribute.collation));
    }
    out
}

/// Its subtype and its functions.
pub fn range(schema: &Schema, id: &ObjectId, of: &RangeType) -> Vec<Dependency> {
    let mut out: Vec<_> = on_type(schema, &of.subtype, "it ranges over the type").into_iter().collect();
    for (option, value) in &of.options {
        if matches!(option.as_str(), "subtype_diff" | "canonical" | "subtype_opclass" | "collation") {
            let text = SqlText { text: format!("{value}(x)"), ..SqlText::default() };
            out.extend(on_text(schema, &text, None, "the range uses it"));
        }
    }
    // A canonical function takes the range itself, so that one of the two comes first as a shell.
    out.retain(|dependency| dependency.on != *id);
    out
}

/// Its base type, its collation, what its default and checks name.
pub fn domain(schema: &Schema, of: &Domain) -> Vec<Dependency> {
    let mut out: Vec<_> = on_type(schema, &of.base, "it is made of the type").into_iter().collect();
    out.extend(on_collation(&of.collation));
    for text in of.default.iter().chain(of.checks.iter().map(|check| &check.expression)) {
        out.extend(on_text(schema, text, None, "the domain uses it"));
    }
    out
}
