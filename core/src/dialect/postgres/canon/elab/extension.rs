//! Operators and functions of extensions that are known here, as candidates beside the built-in ones.

use super::Elab;
use super::func::{Candidate, lay_out};
use crate::dialect::postgres::canon::builtin::{self, Oid, extensions};
use crate::dialect::postgres::canon::raw::Operator;
use crate::dialect::postgres::canon::registry::oid;
use crate::dialect::postgres::canon::types::TypeName;

impl Elab<'_> {
    /// A type by its name in `pg_type`.
    fn extension_type(&mut self, name: &str) -> Oid {
        let (element, array) = match name.strip_prefix('_') {
            Some(element) if builtin::type_named(name).is_none() => (element, true),
            _ => (name, false),
        };
        if let Some(row) = builtin::type_named(element) {
            return row.oid;
        }
        let schema =
            extensions::type_named(element).and_then(|t| self.cx.catalog.extension_schema(t.extension));
        self.types.resolve(&TypeName { schema, array, ..TypeName::named(element) }).0
    }

    /// Whether an extension's candidate is worth looking at: no other fits, or one of its own types stands in its place
    /// among the operands.
    fn relevant(&mut self, all: bool, want: &[Oid], have: &[Oid]) -> bool {
        all || want
            .iter()
            .zip(have)
            .any(|(want, have)| *want >= oid::FIRST_USER && *want == self.types.base_id(*have))
    }

    /// OUT and TABLE arguments of an extension's function.
    pub(super) fn extension_output(&mut self, name: &str, types: &[Oid]) -> Option<Vec<(String, Oid, i32)>> {
        let names: Option<Vec<String>> = types.iter().map(|ty| self.types.base_name(*ty)).collect();
        let columns = extensions::output(name, &names?)?;
        Some(columns.iter().map(|(name, ty)| ((*name).to_owned(), self.extension_type(ty), -1)).collect())
    }

    fn in_schema(&self, extension: &str, given: Option<&str>) -> Option<String> {
        self.cx.catalog.extension_schema(extension).or_else(|| given.map(str::to_string))
    }

    pub(super) fn extension_operators(
        &mut self,
        op: &Operator,
        types: &[Oid],
        all: bool,
        out: &mut Vec<Candidate>,
    ) {
        if op.schema.as_deref() == Some("pg_catalog") {
            return;
        }
        let known = types.iter().any(|ty| *ty >= oid::FIRST_USER);
        for row in extensions::operators(&op.name) {
            if row.left.is_empty() != (types.len() == 1) || !(all || known) {
                continue;
            }
            let mut args = Vec::new();
            if !row.left.is_empty() {
                args.push(self.extension_type(row.left));
            }
            args.push(self.extension_type(row.right));
            if !self.relevant(all, &args, types) {
                continue;
            }
            let result = self.extension_type(row.result);
            let schema = self.in_schema(row.extension, op.schema.as_deref());
            out.push(Candidate { args, result, schema, ..Candidate::default() });
        }
    }

    pub(super) fn extension_functions(
        &mut self,
        schema: Option<&str>,
        name: &str,
        types: &[Oid],
        variadic: bool,
        all: bool,
        out: &mut Vec<Candidate>,
    ) {
        if schema == Some("pg_catalog") {
            return;
        }
        let known = types.iter().any(|ty| *ty >= oid::FIRST_USER);
        for row in extensions::functions(name) {
            if !(all || known) {
                continue;
            }
            let args: Vec<Oid> = row.args.iter().map(|arg| self.extension_type(arg)).collect();
            let mut candidate = Candidate {
                schema: self.in_schema(row.extension, schema),
                result: self.extension_type(row.result),
                set: row.set,
                aggregate: row.kind == b'a',
                ..Candidate::default()
            };
            let spread = row.variadic && !variadic;
            if lay_out(self, &mut candidate, &args, row.defaults, spread, types.len())
                && self.relevant(all, &candidate.args, types)
            {
                out.push(candidate);
            }
        }
    }
}
