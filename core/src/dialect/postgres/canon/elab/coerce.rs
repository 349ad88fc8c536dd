//! Conversions: which there are, and putting them in (`parse_coerce.c`).

use super::Elab;
use crate::dialect::postgres::canon::builtin::{self, Oid};
use crate::dialect::postgres::canon::catalog::TypeInfo;
use crate::dialect::postgres::canon::ir::{Kind, Node};
use crate::dialect::postgres::canon::literal;
use crate::dialect::postgres::canon::registry::oid;

/// How free a conversion may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Freedom {
    Implicit,
    Assignment,
    Explicit,
}

/// How a conversion is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Path {
    /// Nothing but the type's label changes.
    Relabel,
    /// By a function, element by element, or through text.
    Convert,
}

/// Polymorphic pseudo-types.
pub(super) fn polymorphic(ty: Oid) -> bool {
    matches!(ty, 2277 | 2283 | 2776 | 3500 | 3831 | 4537 | 5077..=5080 | 4538)
}

impl Elab<'_> {
    /// The way from one type to another, if there is one (`find_coercion_pathway`).
    pub(super) fn pathway(&mut self, source: Oid, target: Oid, freedom: Freedom) -> Option<Path> {
        let (source, target) = (self.types.base_id(source), self.types.base_id(target));
        if source == target {
            return Some(Path::Relabel);
        }
        if let Some(cast) = self.types.cast(source, target) {
            let least = match cast.context {
                b'i' => Freedom::Implicit,
                b'a' => Freedom::Assignment,
                _ => Freedom::Explicit,
            };
            let path = if cast.method == b'b' { Path::Relabel } else { Path::Convert };
            return (freedom >= least).then_some(path);
        }
        // Casts to and from a type that is not known may exist.
        if (self.types.opaque(source) || self.types.opaque(target)) && freedom == Freedom::Explicit {
            return Some(Path::Convert);
        }
        let vectors = matches!(target, 22 | 30);
        let arrays = !vectors && self.types.category(source) == b'A' && self.types.category(target) == b'A';
        if arrays {
            let elements = (self.types.element_of(source), self.types.element_of(target));
            if elements.0 != 0
                && elements.1 != 0
                && let Some(path) = self.pathway(elements.0, elements.1, freedom)
            {
                return Some(path);
            }
        }
        if freedom >= Freedom::Assignment && self.types.category(target) == b'S' {
            return Some(Path::Convert);
        }
        if freedom >= Freedom::Explicit && self.types.category(source) == b'S' {
            return Some(Path::Convert);
        }
        None
    }

    /// Whether values of a type can go where another is wanted (`can_coerce_type`).
    pub(super) fn can_coerce(&mut self, source: Oid, target: Oid, freedom: Freedom) -> bool {
        if source == target || target == oid::ANY || source == oid::UNKNOWN || source == oid::NONE {
            return true;
        }
        if polymorphic(target) {
            return self.fits_polymorphic(source, target);
        }
        if self.pathway(source, target, freedom).is_some() {
            return true;
        }
        let composite =
            |s: &Self, ty| matches!(s.types.user_type(ty).map(|u| &u.info), Some(TypeInfo::Composite(_)));
        (source == oid::RECORD && composite(self, target))
            || (target == oid::RECORD && composite(self, source))
    }

    fn fits_polymorphic(&mut self, source: Oid, target: Oid) -> bool {
        if self.types.opaque(source) {
            return true;
        }
        let base = self.types.base_id(source);
        match target {
            2277 | 5078 => self.types.category(base) == b'A',
            2776 | 5079 => self.types.category(base) != b'A',
            3500 => self.types.category(base) == b'E',
            3831 | 5080 => self.types.range_subtype(base) != 0,
            4537 | 4538 => self.multirange(base),
            _ => true,
        }
    }

    fn multirange(&self, ty: Oid) -> bool {
        match self.types.user_type(ty) {
            Some(user) => matches!(user.info, TypeInfo::Multirange(_)),
            None => builtin::type_row(ty).is_some_and(|row| row.sort == b'm'),
        }
    }

    /// Implicitly (or explicitly) to a type, without a modifier (`coerce_type`).
    pub(crate) fn coerce(&mut self, node: Node, target: Oid, implicit: bool) -> Node {
        if node.ty == target || target == oid::NONE || node.ty == oid::NONE || target == oid::ANY {
            return node;
        }
        if polymorphic(target) {
            return self.to_polymorphic(node, target, implicit);
        }
        if let Kind::Collate(inner, name) = node.kind {
            let inner = self.coerce(*inner, target, implicit);
            // What has no collation loses it, as the server does.
            if !self.collatable(target) {
                return inner;
            }
            return Node { ty: inner.ty, typmod: inner.typmod, kind: Kind::Collate(Box::new(inner), name) };
        }
        if node.ty == oid::UNKNOWN {
            if let Kind::Const { text, .. } = node.kind {
                return self.literal(text, target, implicit);
            }
            return Node { ty: target, typmod: -1, kind: node.kind };
        }
        if matches!(target, oid::RECORD | oid::RECORD_ARRAY) {
            return node;
        }
        if let Kind::Row(values) = node.kind {
            return self.row_to(values, target, implicit);
        }
        self.cast_node(node, target, -1, implicit)
    }

    fn collatable(&mut self, ty: Oid) -> bool {
        let base = self.types.base_id(ty);
        let element = self.types.element_of(base);
        let of = if self.types.category(base) == b'A' && element != 0 {
            self.types.base_id(element)
        } else {
            base
        };
        self.types.category(of) == b'S' || self.types.opaque(of)
    }

    /// ROW(...) to a composite type: value by value.
    fn row_to(&mut self, values: Vec<Node>, target: Oid, implicit: bool) -> Node {
        let base = self.types.base_id(target);
        let fields = self.types.fields(base).map(<[_]>::to_vec).unwrap_or_default();
        let mut out = Vec::new();
        for (at, value) in values.into_iter().enumerate() {
            out.push(match fields.get(at) {
                Some((_, ty)) => {
                    let (ty, typmod) = self.types.column_type(ty);
                    self.coerce_to(value, ty, typmod, true)
                }
                None => value,
            });
        }
        let arg = Box::new(Node::new(oid::RECORD, Kind::Row(out)));
        Node::new(target, Kind::Cast { arg, implicit })
    }

    /// A typed constant from an untyped literal; for a domain the constant is of its base type.
    fn literal(&mut self, text: Option<String>, target: Oid, implicit: bool) -> Node {
        let (base, typmod) = self.types.base(target, -1);
        let kind = match text {
            None => Kind::Const { text: None, exact: true },
            Some(text) => {
                let (text, exact) = literal::canonical(self, base, &text);
                Kind::Const { text: Some(text), exact }
            }
        };
        let node = Node::new(base, kind);
        if base == target {
            return node;
        }
        // The domain's own length coercion is never shown.
        let node = self.to_length(node, base, typmod, true);
        Node::new(target, Kind::Cast { arg: Box::new(node), implicit })
    }

    fn to_polymorphic(&mut self, node: Node, target: Oid, implicit: bool) -> Node {
        if matches!(target, 2277 | 3500 | 3831 | 4537 | 5078 | 5080 | 4538) && node.ty != oid::UNKNOWN {
            let base = self.types.base_id(node.ty);
            if base != node.ty {
                return Node::new(base, Kind::Cast { arg: Box::new(node), implicit });
            }
        }
        node
    }

    /// A cast node; over ARRAY[...] it moves to the elements, where it stands once PostgreSQL has read its own output.
    fn cast_node(&mut self, node: Node, target: Oid, typmod: i32, implicit: bool) -> Node {
        let element = self.types.element_of(target);
        match node.kind {
            Kind::Array(elements) if element != 0 && self.types.category(target) == b'A' => {
                let moved = elements.into_iter().map(|e| {
                    let inner = matches!(e.kind, Kind::Array(_));
                    let to = if inner { target } else { element };
                    if e.ty == to && typmod < 0 { e } else { self.element_cast(e, to, typmod, implicit) }
                });
                let moved = moved.collect();
                Node { ty: target, typmod: -1, kind: Kind::Array(moved) }
            }
            kind => {
                let arg = Box::new(Node { kind, ..node });
                Node { ty: target, typmod, kind: Kind::Cast { arg, implicit } }
            }
        }
    }

    fn element_cast(&mut self, node: Node, target: Oid, typmod: i32, implicit: bool) -> Node {
        if matches!(node.kind, Kind::Array(_)) {
            return self.cast_node(node, target, typmod, implicit);
        }
        // What the element was converted to first is shown in the array, and so is explicit when read again.
        let kind = match node.kind {
            Kind::Cast { arg, .. } => Kind::Cast { arg, implicit: false },
            kind => kind,
        };
        let node = Node { kind, ..node };
        let node = self.coerce(node, target, implicit);
        self.to_length(node, target, typmod, implicit)
    }

    /// Applies a modifier to a value that has the type already (`coerce_type_typmod`).
    pub(super) fn to_length(&mut self, node: Node, ty: Oid, typmod: i32, implicit: bool) -> Node {
        if typmod == node.typmod || ty == oid::NONE {
            return node;
        }
        if matches!(node.kind, Kind::Array(_)) {
            return self.cast_node(node, ty, typmod, implicit);
        }
        if typmod < 0 && matches!(node.kind, Kind::Const { .. }) {
            return Node { typmod, ..node };
        }
        if typmod < 0 && implicit {
            return node;
        }
        Node { ty, typmod, kind: Kind::Cast { arg: Box::new(node), implicit } }
    }

    /// To a type with a modifier (`coerce_to_target_type`).
    pub(super) fn coerce_to(&mut self, node: Node, ty: Oid, typmod: i32, implicit: bool) -> Node {
        if node.ty == oid::NONE {
            // Whatever it is, it is cast; PostgreSQL leaves the cast out only if the types are the same.
            return Node { ty, typmod, kind: Kind::Cast { arg: Box::new(node), implicit } };
        }
        if let Kind::Collate(inner, name) = node.kind {
            let inner = self.coerce_to(*inner, ty, typmod, implicit);
            if !self.collatable(ty) {
                return inner;
            }
            return Node { ty: inner.ty, typmod: inner.typmod, kind: Kind::Collate(Box::new(inner), name) };
        }
        let array = matches!(node.kind, Kind::Array(_));
        let from = node.ty;
        if ty == oid::INTERVAL
            && from == oid::UNKNOWN
            && typmod >= 0
            && let Kind::Const { text: Some(text), .. } = &node.kind
        {
            let fields = self.types.typmod_text(typmod).unwrap_or("");
            let found = literal::interval_in(text, fields);
            let exact = found.is_some();
            let text = Some(found.unwrap_or_else(|| text.clone()));
            return Node { ty, typmod, kind: Kind::Const { text, exact } };
        }
        let mut out = self.coerce(node, ty, implicit);
        let (base, base_typmod) = self.types.base(ty, typmod);
        if base != ty {
            // The domain's own modifier is applied on the way.
            let _ = base_typmod;
            return out;
        }
        if array && out.typmod == typmod {
            return out;
        }
        // The length coercion says the type; the conversion before it is not printed.
        if from != ty
            && typmod >= 0
            && let Kind::Cast { implicit, .. } = &mut out.kind
        {
            *implicit = true;
        }
        self.to_length(out, ty, typmod, implicit)
    }

    /// An assignment, as of a default to its column.
    pub(super) fn assign(&mut self, node: Node, ty: Oid, typmod: i32) -> Node {
        if matches!(node.kind, Kind::Array(_)) {
            // Never shown, so it need not move to the elements.
            return Node { ty, typmod, kind: Kind::Cast { arg: Box::new(node), implicit: true } };
        }
        self.coerce_to(node, ty, typmod, true)
    }

    /// The type several values are brought to (`select_common_type`); 0 when it cannot be determined.
    pub(super) fn common_type(&mut self, nodes: &[Node]) -> Oid {
        let mut best = nodes.first().map_or(oid::NONE, |n| n.ty);
        if nodes.iter().any(|n| n.ty == oid::NONE) {
            return oid::NONE;
        }
        if best != oid::UNKNOWN && nodes.iter().all(|n| n.ty == best) {
            return best;
        }
        best = self.types.base_id(best);
        let mut category = self.types.category(best);
        let mut preferred = self.types.preferred(best);
        for node in nodes.iter().skip(1) {
            let next = self.types.base_id(node.ty);
            if next == oid::UNKNOWN || next == best {
                continue;
            }
            if best == oid::UNKNOWN {
                // Nothing but literals so far.
            } else if self.types.category(next) != category {
                return if self.types.opaque(next) || self.types.opaque(best) {
                    oid::NONE
                } else {
                    oid::NO_COMMON
                };
            } else if preferred
                || !self.can_coerce(best, next, Freedom::Implicit)
                || self.can_coerce(next, best, Freedom::Implicit)
            {
                continue;
            }
            best = next;
            category = self.types.category(best);
            preferred = self.types.preferred(best);
        }
        if best == oid::UNKNOWN { oid::TEXT } else { best }
    }

    /// The modifier all of them share, if they do.
    pub(super) fn common_typmod(nodes: &[Node], ty: Oid) -> i32 {
        match nodes.split_first() {
            Some((first, rest))
                if rest.iter().all(|n| n.typmod == first.typmod && n.ty == ty) && first.ty == ty =>
            {
                first.typmod
            }
            _ => -1,
        }
    }

    /// Brings several values to a common type.
    pub(super) fn unify(&mut self, nodes: Vec<Node>) -> (Vec<Node>, Oid) {
        let ty = self.common_type(&nodes);
        if matches!(ty, oid::NONE | oid::NO_COMMON) {
            self.doubt("the common type of several values is not known here".to_string());
            return (nodes, oid::NONE);
        }
        (nodes.into_iter().map(|node| self.coerce(node, ty, true)).collect(), ty)
    }
}
