//! Indexes and what is made like them: elements, operator classes, partition keys.

use super::{Work, settings};
use crate::dialect::postgres::canon::schema::side::Row;
use crate::dialect::postgres::canon::{escapes, lex};
use crate::model::{ColumnType, Index, IndexElement, IndexKey, QualifiedName, SqlText};

impl Work<'_, '_> {
    pub(super) fn index(&mut self, index: &mut Index) {
        let row = Row::Relation { schema: self.id.schema.clone(), name: index.table.clone() };
        self.index_on(index, &row);
    }

    pub(super) fn index_on(&mut self, index: &mut Index, row: &Row) {
        index.method.make_ascii_lowercase();
        if index.method.is_empty() {
            index.method = "btree".to_owned();
        }
        settings::parameters(&mut index.parameters);
        for element in &mut index.elements {
            self.element(element, &index.method, row);
        }
        if let Some(predicate) = &mut index.predicate {
            self.condition(predicate, row);
        }
    }

    fn element(&mut self, element: &mut IndexElement, method: &str, row: &Row) {
        if let IndexKey::Expression(text) = &mut element.key
            && element.collation.is_none()
            && let Some((inner, collation)) = collated(&text.text)
        {
            // As ComputeIndexAttrs does: `(a COLLATE x)` is `a COLLATE x`.
            text.text = inner;
            element.collation = Some(collation);
        }
        if let IndexKey::Expression(text) = &element.key
            && let Some(column) = self.side.lone_column(text, row)
        {
            element.key = IndexKey::Column(column);
        }
        let (ty, own_collation) = match &mut element.key {
            IndexKey::Column(column) => self.side.row_column(row, column),
            IndexKey::Expression(text) => (self.typed_expression(text, row), None),
        };
        self.collation(&mut element.collation);
        if element.collation.is_some() && element.collation == own_collation {
            element.collation = None;
        }
        if let Some(opclass) = &mut element.opclass {
            if opclass.schema == "pg_catalog" {
                opclass.schema.clear();
            }
            let default = ty.is_some_and(|ty| self.side.is_default_opclass(method, opclass, &ty));
            // Its parameters cannot be said without its name.
            if default && element.opclass_parameters.is_empty() {
                element.opclass = None;
            } else if self.side.is_extension_schema(&opclass.schema) && !self.side.makes_opclass(opclass) {
                opclass.schema.clear();
            }
        }
        settings::parameters(&mut element.opclass_parameters);
    }

    /// An element of PARTITION BY: column or expression, then collation and operator class.
    pub(super) fn partition_key(&mut self, key: &mut SqlText, row: &Row, method: &str) {
        let (head, tail) = self.side.split_key(key);
        let mut head = SqlText { text: head, path: key.path.clone() };
        match self.side.lone_column(&head, row) {
            Some(column) => {
                head.text = escapes::quote_ident(&column);
                head.path = Default::default();
            }
            None => self.expression(&mut head, row),
        }
        let ty = match self.side.lone_column(&head, row) {
            Some(column) => self.side.row_column(row, &column),
            None => (
                self.side.expression_type(&SqlText { text: head.text.clone(), path: key.path.clone() }, row),
                None,
            ),
        };
        let text = head.text.clone() + &self.key_tail(&tail, method, ty);
        *key = SqlText { text, path: head.path };
    }

    /// COLLATE and operator class behind a key, without those it has anyway.
    fn key_tail(
        &self,
        tail: &str,
        method: &str,
        (ty, own): (Option<ColumnType>, Option<QualifiedName>),
    ) -> String {
        let Ok(tokens) = lex::tokens(tail) else { return format!(" {tail}") };
        let mut names = tokens.iter().filter(|t| t.kind != lex::Kind::End).peekable();
        let mut out = String::new();
        while let Some(token) = names.next() {
            let collate = token.kind == lex::Kind::Word && token.text == "collate";
            let first = if collate { names.next() } else { Some(token) };
            let mut name = QualifiedName::new("", first.map(|t| t.text.to_string()).unwrap_or_default());
            if names.next_if(|t| t.text == ".").is_some() {
                name.schema = std::mem::take(&mut name.name);
                name.name = names.next().map(|t| t.text.to_string()).unwrap_or_default();
            }
            if name.schema == "pg_catalog" {
                name.schema.clear();
            }
            let anyway = match collate {
                true => Some(&name) == own.as_ref() || (name.schema.is_empty() && name.name == "default"),
                false => ty.as_ref().is_some_and(|ty| self.side.is_default_opclass(method, &name, ty)),
            };
            if anyway {
                continue;
            }
            out.push_str(if collate { " COLLATE " } else { " " });
            if !name.schema.is_empty() {
                escapes::push_ident(&mut out, &name.schema);
                out.push('.');
            }
            escapes::push_ident(&mut out, &name.name);
        }
        out
    }
}

/// What stands before a COLLATE that is the outermost thing of an expression, and the collation.
fn collated(text: &str) -> Option<(String, QualifiedName)> {
    let all = lex::tokens(text).ok()?;
    let mut tokens: &[lex::Token<'_>] = all.get(..all.len().checked_sub(1)?)?;
    while let [open, inner @ .., close] = tokens
        && (open.text.as_ref(), close.text.as_ref()) == ("(", ")")
        && one_group(tokens)
    {
        tokens = inner;
    }
    let at = tokens.iter().rposition(|t| t.kind == lex::Kind::Word && t.text == "collate")?;
    let (head, tail) = tokens.split_at_checked(at)?;
    let named = |t: &lex::Token<'_>| matches!(t.kind, lex::Kind::Word | lex::Kind::Quoted);
    let name = match tail.get(1..)? {
        [name] if named(name) => QualifiedName::new("", name.text.to_string()),
        [schema, dot, name] if named(schema) && dot.text == "." && named(name) => {
            QualifiedName::new(schema.text.to_string(), name.text.to_string())
        }
        _ => return None,
    };
    // It binds more tightly than any operator: before it stands a name, a call or something in parentheses.
    let names = head.iter().take_while(|t| named(t) || t.text == ".").count();
    let whole = names == head.len() || head.get(names..).is_some_and(one_group);
    let text = text.get(head.first()?.start..head.last()?.end)?;
    whole.then(|| (text.to_owned(), name))
}

/// Whether the first token opens a parenthesis that the last one closes.
fn one_group(tokens: &[lex::Token<'_>]) -> bool {
    let mut depth = 0i32;
    for (at, token) in tokens.iter().enumerate() {
        depth += match token.text.as_ref() {
            "(" if token.kind == lex::Kind::Punct => 1,
            ")" if token.kind == lex::Kind::Punct => -1,
            _ => 0,
        };
        if depth == 0 {
            return at > 0 && at + 1 == tokens.len();
        }
    }
    false
}

/// An operator by its sign alone when it is a built-in one.
pub(super) fn operator(written: &str) -> String {
    let inner = written
        .trim()
        .strip_prefix("OPERATOR(")
        .or_else(|| written.trim().strip_prefix("operator("))
        .and_then(|rest| rest.strip_suffix(')'))
        .unwrap_or(written)
        .trim();
    match inner.strip_prefix("pg_catalog.") {
        Some(sign) => sign.to_owned(),
        None => inner.to_owned(),
    }
}
