//! Sub-selects, ORDER BY items and windows.

use super::Elab;
use crate::dialect::postgres::canon::builtin::Oid;
use crate::dialect::postgres::canon::ir::{Bound, Frame, Name, Node, SortBy, Window};
use crate::dialect::postgres::canon::raw;
use crate::dialect::postgres::canon::registry::oid;

impl Elab<'_> {
    /// A sub-select used as an expression.
    pub(super) fn sub(
        &mut self,
        kind: raw::SubKind,
        left: Option<&raw::Expr>,
        op: Option<&raw::Operator>,
        query: &raw::Query,
    ) -> Result<Node, String> {
        self.sub_select(kind, left, op, query)
    }

    /// An item of ORDER BY inside a call or window.
    pub(super) fn sort_by(&mut self, raw: &raw::SortBy) -> Result<SortBy, String> {
        let node = self.expr(&raw.expr)?;
        let node = self.settle_unknown(node);
        Ok(self.sorted(raw, node))
    }

    /// The direction of an item, with what it implies left out.
    pub(super) fn sorted(&mut self, raw: &raw::SortBy, node: Node) -> SortBy {
        let using = raw.using.as_ref().map(|op| Name { schema: op.schema.clone(), name: op.name.clone() });
        let mut descending = raw.descending == Some(true);
        let using = match using {
            Some(op) if op.schema.is_none() && op.name == "<" => None,
            Some(op) if op.schema.is_none() && op.name == ">" => {
                descending = true;
                None
            }
            other => other,
        };
        let nulls_first = raw.nulls_first.filter(|first| *first != descending);
        SortBy { node, descending, nulls_first, using }
    }

    /// A window, with the default frame left out.
    pub(super) fn window(&mut self, raw: &raw::Window) -> Result<Window, String> {
        let mut partition = Vec::new();
        for e in &raw.partition {
            let node = self.expr(e)?;
            partition.push(self.settle_unknown(node));
        }
        let mut order_by = Vec::new();
        for sort in &raw.order_by {
            order_by.push(self.sort_by(sort)?);
        }
        let frame = match &raw.frame {
            Some(frame) => self.frame(frame, order_by.first().map(|sort| sort.node.ty))?,
            None => None,
        };
        Ok(Window { name: raw.name.clone(), base: raw.base.clone(), partition, order_by, frame })
    }

    /// A frame; an offset of RANGE goes with what the window is ordered by, others count rows.
    fn frame(&mut self, raw: &raw::Frame, ordered: Option<Oid>) -> Result<Option<Frame>, String> {
        let offset = match (raw.unit, ordered) {
            ("range", Some(oid::DATE | oid::TIME | oid::TIMETZ | oid::TIMESTAMP | oid::TIMESTAMPTZ)) => {
                oid::INTERVAL
            }
            ("range", Some(ordered)) => ordered,
            ("range", None) => oid::NONE,
            _ => oid::INT8,
        };
        let start = self.bound(&raw.start, offset)?;
        let end = match &raw.end {
            Some(end) => Some(self.bound(end, offset)?),
            None => None,
        };
        // RANGE UNBOUNDED PRECEDING [AND CURRENT ROW] is what is meant when nothing is said, but once said it is
        // printed; the short form gets its end.
        Ok(Some(Frame { unit: raw.unit, start, end, exclude: raw.exclude }))
    }

    fn bound(&mut self, raw: &raw::Bound, offset: Oid) -> Result<Bound, String> {
        let mut value = |e: &raw::Expr| -> Result<Node, String> {
            let node = self.expr(e)?;
            let want = match node.ty {
                oid::INT4 => oid::INT8,
                oid::UNKNOWN => offset,
                known => known,
            };
            Ok(self.coerce(node, want, true))
        };
        Ok(match raw {
            raw::Bound::UnboundedPreceding => Bound::UnboundedPreceding,
            raw::Bound::UnboundedFollowing => Bound::UnboundedFollowing,
            raw::Bound::CurrentRow => Bound::CurrentRow,
            raw::Bound::Preceding(e) => Bound::Preceding(value(e)?),
            raw::Bound::Following(e) => Bound::Following(value(e)?),
        })
    }
}
