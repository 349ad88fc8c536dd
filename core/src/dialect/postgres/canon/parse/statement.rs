//! INSERT, UPDATE, DELETE, NOTIFY, RETURN and BEGIN ATOMIC: what rules and function bodies are made of.

use super::{Fail, Parser};
use crate::dialect::postgres::canon::lex::Kind;
use crate::dialect::postgres::canon::raw::{Expr, From};
use crate::dialect::postgres::canon::raw_statement::{Assign, Conflict, Delete, Insert, Statement, Update};

type Targets = Vec<(Expr, Option<String>)>;

impl Parser<'_, '_> {
    /// A statement of a rule or a function's body.
    pub(crate) fn statement(&mut self) -> Result<Statement, Fail> {
        if self.at_words(&["begin", "atomic"]) {
            return self.atomic();
        }
        if self.word("return") {
            return Ok(Statement::Return(self.expr()?));
        }
        if self.word("notify") {
            let channel = self.any_name()?;
            let payload = if self.punct(",") { Some(self.text().to_owned()) } else { None };
            if payload.is_some() {
                self.skip();
            }
            return Ok(Statement::Notify(channel, payload));
        }
        let start = self.at;
        let with = self.with()?;
        if self.word("insert") {
            return self.insert(with).map(|insert| Statement::Insert(Box::new(insert)));
        }
        if self.word("update") {
            return self.update(with).map(|update| Statement::Update(Box::new(update)));
        }
        if self.word("delete") {
            return self.delete(with).map(|delete| Statement::Delete(Box::new(delete)));
        }
        self.at = start;
        self.query().map(Statement::Query)
    }

    fn atomic(&mut self) -> Result<Statement, Fail> {
        self.skip();
        self.skip();
        let mut out = Vec::new();
        while !self.word("end") {
            out.push(self.statement()?);
            self.expect(";")?;
        }
        Ok(Statement::Atomic(out))
    }

    fn insert(&mut self, with: Option<crate::dialect::postgres::canon::raw::With>) -> Result<Insert, Fail> {
        self.need("into")?;
        let table = self.dotted()?;
        let alias = if self.word("as") { Some(self.any_name()?) } else { None };
        let mut columns = Vec::new();
        if self.at_punct("(") && !self.at_query(0) {
            columns = self.column_names()?;
        }
        let mut overriding = None;
        if self.word("overriding") {
            overriding = Some(if self.word("system") { "SYSTEM" } else { "USER" });
            self.word("user");
            self.need("value")?;
        }
        let source = if self.word("default") {
            self.need("values")?;
            None
        } else {
            Some(self.query()?)
        };
        let conflict = if self.at_words(&["on", "conflict"]) { Some(self.conflict()?) } else { None };
        let returning = self.returning()?;
        Ok(Insert { with, table, alias, columns, overriding, source, conflict, returning })
    }

    fn conflict(&mut self) -> Result<Conflict, Fail> {
        self.skip();
        self.skip();
        let mut out = Conflict { constraint: None, elements: Vec::new(), filter: None, update: None };
        if self.punct("(") {
            out.elements = self.exprs()?;
            self.expect(")")?;
            if self.word("where") {
                out.filter = Some(self.expr()?);
            }
        } else if self.word("on") {
            self.need("constraint")?;
            out.constraint = Some(self.any_name()?);
        }
        self.need("do")?;
        if self.word("nothing") {
            return Ok(out);
        }
        self.need("update")?;
        self.need("set")?;
        let set = self.assigns()?;
        let filter = if self.word("where") { Some(self.expr()?) } else { None };
        out.update = Some((set, filter));
        Ok(out)
    }

    /// `[ONLY] table [*] [[AS] alias]`, up to the word that ends it.
    fn changed_table(&mut self, end: &str) -> Result<(Vec<String>, bool, Option<String>), Fail> {
        let only = self.word("only");
        let table = self.dotted()?;
        if self.kind() == Kind::Op && self.text() == "*" {
            self.skip();
        }
        let said = self.word("as");
        let named = matches!(self.kind(), Kind::Word | Kind::Quoted)
            && !self.at_word(end)
            && (said || self.kind() == Kind::Quoted || self.category() != Some(b'R'));
        let alias = if named { Some(self.any_name()?) } else { None };
        Ok((table, only, alias))
    }

    fn update(&mut self, with: Option<crate::dialect::postgres::canon::raw::With>) -> Result<Update, Fail> {
        let (table, only, alias) = self.changed_table("set")?;
        self.need("set")?;
        let set = self.assigns()?;
        let from = if self.word("from") { self.from_list()? } else { Vec::new() };
        let filter = if self.word("where") { Some(self.expr()?) } else { None };
        let returning = self.returning()?;
        Ok(Update { with, table, only, alias, set, from, filter, returning })
    }

    fn delete(&mut self, with: Option<crate::dialect::postgres::canon::raw::With>) -> Result<Delete, Fail> {
        self.need("from")?;
        let (table, only, alias) = self.changed_table("using")?;
        let using: Vec<From> = if self.word("using") { self.from_list()? } else { Vec::new() };
        let filter = if self.word("where") { Some(self.expr()?) } else { None };
        let returning = self.returning()?;
        Ok(Delete { with, table, only, alias, using, filter, returning })
    }

    fn assigns(&mut self) -> Result<Vec<Assign>, Fail> {
        let mut out = Vec::new();
        loop {
            let row = self.at_punct("(");
            let columns = if row { self.column_names()? } else { vec![self.any_name()?] };
            if !(self.kind() == Kind::Op && self.text() == "=") {
                return Err(self.fail("="));
            }
            self.skip();
            out.push(Assign { columns, row, value: self.expr()? });
            if !self.punct(",") {
                return Ok(out);
            }
        }
    }

    fn returning(&mut self) -> Result<Targets, Fail> {
        if self.word("returning") { self.targets() } else { Ok(Vec::new()) }
    }

    fn need(&mut self, word: &'static str) -> Result<(), Fail> {
        if self.word(word) { Ok(()) } else { Err(self.fail(word)) }
    }
}
