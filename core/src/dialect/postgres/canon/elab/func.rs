//! Picking one of several candidates, and polymorphic types (`parse_func.c`, `parse_coerce.c`).

use super::Elab;
use super::coerce::{Freedom, polymorphic};
use crate::dialect::postgres::canon::builtin::{self, Oid};
use crate::dialect::postgres::canon::catalog::{FunctionInfo, FunctionKind};
use crate::dialect::postgres::canon::ir::{Kind, Node};
use crate::dialect::postgres::canon::registry::oid;

/// A function or operator that may be meant, with its arguments laid out for this call.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) schema: Option<String>,
    pub(super) args: Vec<Oid>,
    pub(super) result: Oid,
    pub(super) set: bool,
    pub(super) aggregate: bool,
    /// How many arguments at the end go into the VARIADIC array, when it is laid out.
    pub(super) spread: usize,
    /// Element type of that array.
    pub(super) element: Oid,
}

impl Elab<'_> {
    /// Whether each argument can go where the candidate wants one.
    pub(super) fn accepts(&mut self, want: &[Oid], have: &[Oid], freedom: Freedom) -> bool {
        want.len() == have.len()
            && have.iter().zip(want).all(|(have, want)| self.can_coerce(*have, *want, freedom))
            && self.consistent(want, have)
    }

    /// Whether polymorphic arguments agree with one another (`check_generic_type_consistency`).
    fn consistent(&mut self, want: &[Oid], have: &[Oid]) -> bool {
        let (mut element, mut compatible) = (oid::NONE, Vec::new());
        for (want, have) in want.iter().zip(have) {
            if *have == oid::UNKNOWN || self.types.opaque(*have) {
                continue;
            }
            let base = self.types.base_id(*have);
            let this = match want {
                2283 | 2776 | 3500 => *have,
                2277 => self.types.element_of(base),
                3831 => self.types.range_subtype(base),
                5077 | 5079 => {
                    compatible.push(*have);
                    continue;
                }
                5078 => {
                    compatible.push(self.types.element_of(base));
                    continue;
                }
                5080 => {
                    compatible.push(self.types.range_subtype(base));
                    continue;
                }
                _ => continue,
            };
            if element != oid::NONE && element != this {
                return false;
            }
            element = this;
        }
        let nodes = placeholders(&compatible);
        let common = if nodes.len() > 1 { self.common_type(&nodes) } else { oid::NONE };
        if common == oid::NO_COMMON {
            return false;
        }
        common == oid::NONE || compatible.iter().all(|ty| self.can_coerce(*ty, common, Freedom::Implicit))
    }

    /// Every function of a name that takes so many arguments.
    pub(super) fn function_candidates(
        &mut self,
        schema: Option<&str>,
        name: &str,
        names: &[Option<String>],
        variadic: bool,
    ) -> Vec<Candidate> {
        let count = names.len();
        let mut out = Vec::new();
        if schema.is_none() || schema == Some("pg_catalog") {
            for row in builtin::functions(name) {
                let mut c = Candidate {
                    result: row.result,
                    set: row.set,
                    aggregate: row.kind == b'a',
                    ..Candidate::default()
                };
                if lay_out(self, &mut c, &row.args, row.defaults, row.variadic && !variadic, count) {
                    push_candidate(&mut out, c);
                }
            }
        }
        if schema != Some("pg_catalog") {
            let catalog = self.cx.catalog;
            for info in catalog.functions(schema, name, self.cx.search_path) {
                self.user_candidate(&mut out, &info, names, variadic);
            }
        }
        out
    }

    fn user_candidate(
        &mut self,
        out: &mut Vec<Candidate>,
        info: &FunctionInfo,
        names: &[Option<String>],
        variadic: bool,
    ) {
        let result = self.types.column_type(&info.returns).0;
        let aggregate = info.kind == FunctionKind::Aggregate;
        let mut args: Vec<Oid> = info.args.iter().map(|(_, ty)| self.types.column_type(ty).0).collect();
        let named = names.iter().flatten().count();
        if named > 0 {
            // Arguments by name: lay the types out in the order of the call.
            let mut order = Vec::new();
            for (at, name) in names.iter().enumerate() {
                let at = match name {
                    None => Some(at),
                    Some(name) => info.args.iter().position(|(arg, _)| arg == name),
                };
                let Some(ty) = at.and_then(|at| args.get(at)) else { return };
                order.push(*ty);
            }
            args = order;
        }
        let schema = Some(info.schema.clone());
        let mut c = Candidate { schema, result, set: info.set, aggregate, ..Candidate::default() };
        let defaults = if named > 0 { 0 } else { info.defaults };
        if lay_out(self, &mut c, &args, defaults, info.variadic && !variadic && named == 0, names.len()) {
            push_candidate(out, c);
        }
    }

    /// The best of several candidates that all accept the arguments (`func_select_candidate`).
    pub(super) fn select_candidate<'c>(
        &mut self,
        fitting: &[&'c Candidate],
        types: &[Oid],
    ) -> Option<&'c Candidate> {
        if let [] | [_] = fitting {
            return fitting.first().copied();
        }
        let base: Vec<Oid> = types.iter().map(|ty| self.types.base_id(*ty)).collect();
        let known = |ty: Oid| ty != oid::UNKNOWN && ty != oid::NONE;
        let left = most(fitting, |c| {
            c.args.iter().zip(&base).filter(|(want, have)| known(**have) && want == have).count()
        });
        if let [only] = left.as_slice() {
            return Some(only);
        }
        let categories: Vec<u8> = base.iter().map(|ty| self.types.category(*ty)).collect();
        let left = most(&left, |c| {
            let arguments = c.args.iter().zip(&base).zip(&categories);
            arguments
                .filter(|((want, have), category)| {
                    known(**have)
                        && (want == have
                            || (self.types.preferred(**want) && self.types.category(**want) == **category))
                })
                .count()
        });
        if let [only] = left.as_slice() {
            return Some(only);
        }
        if base.iter().all(|ty| known(*ty)) {
            return None;
        }
        let left = self.by_category(left, &base);
        if let [only] = left.as_slice() {
            return Some(only);
        }
        self.by_known_type(&left, &base)
    }

    /// For literals: the category all candidates want, or strings if one of them does; then preferred types.
    fn by_category<'c>(&mut self, mut left: Vec<&'c Candidate>, base: &[Oid]) -> Vec<&'c Candidate> {
        let mut slots: Vec<Option<(u8, bool)>> = Vec::new();
        for (at, have) in base.iter().enumerate() {
            if *have != oid::UNKNOWN {
                slots.push(None);
                continue;
            }
            let mut slot: Option<(u8, bool)> = None;
            let mut conflict = false;
            for candidate in &left {
                let want = candidate.args.get(at).copied().unwrap_or(0);
                let (category, preferred) = (self.types.category(want), self.types.preferred(want));
                slot = match slot {
                    None => Some((category, preferred)),
                    Some((c, p)) if c == category => Some((c, p || preferred)),
                    Some(_) if category == b'S' => Some((category, preferred)),
                    other => {
                        conflict |= other.is_some_and(|(c, _)| c != b'S');
                        other
                    }
                };
            }
            if conflict && slot.is_some_and(|(c, _)| c != b'S') {
                return left;
            }
            slots.push(slot);
        }
        let fits = |s: &Self, c: &Candidate| {
            c.args.iter().zip(&slots).all(|(want, slot)| match slot {
                Some((category, preferred)) => {
                    s.types.category(*want) == *category && (!preferred || s.types.preferred(*want))
                }
                None => true,
            })
        };
        let strict: Vec<&Candidate> = left.iter().copied().filter(|c| fits(self, c)).collect();
        if !strict.is_empty() {
            left = strict;
        }
        left
    }

    /// When all known arguments are of one type, the literals are taken to be of it too.
    fn by_known_type<'c>(&mut self, left: &[&'c Candidate], base: &[Oid]) -> Option<&'c Candidate> {
        let known: Vec<Oid> = base.iter().copied().filter(|ty| *ty != oid::UNKNOWN).collect();
        let first = *known.first()?;
        if known.iter().any(|ty| *ty != first) {
            return None;
        }
        let mut accepting = Vec::new();
        for candidate in left {
            let all = vec![first; base.len()];
            if self.accepts(&candidate.args, &all, Freedom::Implicit) {
                accepting.push(*candidate);
            }
        }
        if let [only] = accepting.as_slice() { Some(only) } else { None }
    }

    /// What polymorphic arguments and result become (`enforce_generic_type_consistency`).
    pub(super) fn resolve_polymorphic(&mut self, want: &[Oid], have: &[Oid], result: Oid) -> (Vec<Oid>, Oid) {
        if !want.iter().any(|ty| polymorphic(*ty)) {
            return (want.to_vec(), result);
        }
        let (mut element, mut compatible) = (oid::NONE, Vec::new());
        let mut unsure = false;
        for (want, have) in want.iter().zip(have) {
            if *have == oid::UNKNOWN {
                continue;
            }
            if *have == oid::NONE && polymorphic(*want) {
                unsure = true;
                continue;
            }
            let base = self.types.base_id(*have);
            match want {
                2283 | 2776 | 3500 => element = *have,
                2277 => element = self.types.element_of(base),
                3831 => element = self.types.range_subtype(base),
                5077 | 5079 => compatible.push(*have),
                5078 => compatible.push(self.types.element_of(base)),
                5080 => compatible.push(self.types.range_subtype(base)),
                _ => {}
            }
        }
        let nodes = placeholders(&compatible);
        let common = if nodes.is_empty() { oid::TEXT } else { self.common_type(&nodes) };
        if unsure {
            self.doubt("a polymorphic type is not known here".to_string());
        }
        let common = if unsure { oid::NONE } else { common };
        let known = |kinds: [Oid; 2]| {
            let mut pairs = want.iter().zip(have);
            pairs.find(|(w, h)| kinds.contains(w) && **h != oid::UNKNOWN).map_or(oid::NONE, |(_, h)| *h)
        };
        let (mut range, mut multirange) = (known([3831, 5080]), known([4537, 4538]));
        if multirange == oid::NONE {
            multirange = self.types.multirange_of(range);
        } else if range == oid::NONE {
            range = self.types.range_of(multirange);
        }
        if element == oid::NONE {
            element = self.types.range_subtype(range);
        }
        let settle = |s: &Self, ty: Oid, have: Oid| match ty {
            2283 | 2776 | 3500 if have == oid::UNKNOWN => element,
            2277 if have == oid::UNKNOWN => s.types.array_of(element),
            3831 | 5080 if have == oid::UNKNOWN => range,
            4537 | 4538 if have == oid::UNKNOWN => multirange,
            5077 | 5079 => common,
            5078 => s.types.array_of(common),
            other => other,
        };
        let args = want.iter().zip(have).map(|(want, have)| settle(self, *want, *have)).collect();
        let result = match result {
            2283 | 2776 | 3500 => element,
            2277 => self.types.array_of(element),
            3831 | 5080 => range,
            5077 | 5079 => common,
            5078 => self.types.array_of(common),
            4537 | 4538 => multirange,
            other => other,
        };
        (args, result)
    }
}

/// Nodes that have nothing but a type.
fn placeholders(types: &[Oid]) -> Vec<Node> {
    types.iter().map(|ty| Node::new(*ty, Kind::Default)).collect()
}

/// Keeps the candidates with the highest score.
fn most<'c>(all: &[&'c Candidate], score: impl Fn(&Candidate) -> usize) -> Vec<&'c Candidate> {
    let best = all.iter().map(|c| score(c)).max().unwrap_or(0);
    all.iter().copied().filter(|c| score(c) == best).collect()
}

/// A candidate of a nearer schema hides one with the same arguments; a variadic one gives way to a plain one.
fn push_candidate(out: &mut Vec<Candidate>, candidate: Candidate) {
    match out.iter_mut().find(|c| c.args == candidate.args) {
        Some(same) if same.spread > 0 && candidate.spread == 0 && same.schema == candidate.schema => {
            *same = candidate
        }
        Some(_) => {}
        None => out.push(candidate),
    }
}

/// Lays a function's arguments out for a call with so many; false when it cannot take them.
pub(super) fn lay_out(
    elab: &mut Elab<'_>,
    candidate: &mut Candidate,
    args: &[Oid],
    defaults: usize,
    variadic: bool,
    count: usize,
) -> bool {
    if variadic && count + 1 >= args.len() && !args.is_empty() && count + 1 > args.len() {
        let (fixed, last) = args.split_at(args.len() - 1);
        let array = last.first().copied().unwrap_or(0);
        let element = match array {
            oid::ANY => oid::ANY,
            2277 => 2283,
            5078 => 5077,
            other => elab.types.element_of(other),
        };
        candidate.args = fixed.to_vec();
        candidate.args.resize(count, element);
        candidate.spread = if array == oid::ANY { 0 } else { count - fixed.len() };
        candidate.element = element;
        return true;
    }
    if count > args.len() || count + defaults < args.len() {
        return false;
    }
    candidate.args = args.iter().copied().take(count).collect();
    true
}
