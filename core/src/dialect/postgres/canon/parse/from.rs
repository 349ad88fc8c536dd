//! FROM: tables, sub-selects, functions, joins (`table_ref`).

use super::{Fail, Parser};
use crate::dialect::postgres::canon::lex::Kind;
use crate::dialect::postgres::canon::raw::{Alias, Expr, From, JoinKind, Sample};
use crate::dialect::postgres::canon::types::TypeName;

type ColumnDefs = Vec<(String, TypeName, Option<Vec<String>>)>;

impl Parser<'_, '_> {
    pub(super) fn from_list(&mut self) -> Result<Vec<From>, Fail> {
        let mut out = Vec::new();
        let mut depth = 0;
        loop {
            out.push(self.from_item()?);
            depth = depth.max(self.depth);
            if !self.punct(",") {
                self.depth = depth;
                return Ok(out);
            }
        }
    }

    /// One item with all joins that hang on it, from left to right.
    fn from_item(&mut self) -> Result<From, Fail> {
        self.enter()?;
        let mut left = self.from_primary()?;
        loop {
            let depth = self.depth;
            let natural = self.at_word("natural");
            let Some(kind) = self.join_kind()? else { break };
            let right =
                if kind == JoinKind::Cross || natural { self.from_primary()? } else { self.from_joined()? };
            let mut join = (Vec::new(), None, None);
            let depth = depth.max(self.depth);
            self.depth = 0;
            if kind != JoinKind::Cross && !natural {
                join = self.join_condition()?;
            }
            self.deepen(depth)?;
            let (using, using_alias, on) = join;
            let (left_box, right) = (Box::new(left), Box::new(right));
            left = From::Join { kind, natural, left: left_box, right, using, using_alias, on, alias: None };
        }
        self.leave();
        Ok(left)
    }

    /// The right side of a qualified join, which may itself be a join: `a JOIN b JOIN c ON x ON y`.
    fn from_joined(&mut self) -> Result<From, Fail> {
        self.enter()?;
        let mut right = self.from_primary()?;
        while !self.at_word("on") && !self.at_word("using") {
            let depth = self.depth;
            let natural = self.at_word("natural");
            let Some(kind) = self.join_kind()? else { break };
            let inner =
                if kind == JoinKind::Cross || natural { self.from_primary()? } else { self.from_joined()? };
            let depth = depth.max(self.depth);
            self.depth = 0;
            let mut join = (Vec::new(), None, None);
            if kind != JoinKind::Cross && !natural {
                join = self.join_condition()?;
            }
            self.deepen(depth)?;
            let (using, using_alias, on) = join;
            let (left, inner) = (Box::new(right), Box::new(inner));
            right = From::Join { kind, natural, left, right: inner, using, using_alias, on, alias: None };
        }
        self.leave();
        Ok(right)
    }

    fn join_kind(&mut self) -> Result<Option<JoinKind>, Fail> {
        let natural = self.word("natural");
        let kind = match self.text() {
            _ if self.kind() != Kind::Word => return Ok(None),
            "join" => JoinKind::Inner,
            "inner" => JoinKind::Inner,
            "cross" if !natural => JoinKind::Cross,
            "left" => JoinKind::Left,
            "right" => JoinKind::Right,
            "full" => JoinKind::Full,
            _ if natural => return Err(self.fail("JOIN")),
            _ => return Ok(None),
        };
        if !self.at_word("join") {
            self.skip();
            self.word("outer");
        }
        if self.word("join") { Ok(Some(kind)) } else { Err(self.fail("JOIN")) }
    }

    #[allow(clippy::type_complexity)]
    fn join_condition(&mut self) -> Result<(Vec<String>, Option<String>, Option<Expr>), Fail> {
        if self.word("on") {
            return Ok((Vec::new(), None, Some(self.expr()?)));
        }
        if !self.word("using") {
            return Err(self.fail("ON or USING"));
        }
        let columns = self.column_names()?;
        let alias = if self.word("as") { Some(self.any_name()?) } else { None };
        Ok((columns, alias, None))
    }

    fn from_primary(&mut self) -> Result<From, Fail> {
        let lateral = self.word("lateral");
        if self.at_punct("(") {
            if self.at_query(0) {
                self.skip();
                let query = Box::new(self.query()?);
                self.expect(")")?;
                let alias = self.alias(false)?;
                return Ok(From::Query { lateral, query, alias });
            }
            self.skip();
            let mut inner = self.from_item()?;
            self.expect(")")?;
            if let (From::Join { alias, .. }, Some(found)) = (&mut inner, self.alias(false)?) {
                *alias = Some(found);
            }
            return Ok(inner);
        }
        if self.at_words(&["rows", "from"]) {
            return self.rows_from(lateral);
        }
        let call = self.from_call();
        if call {
            let func = self.func_expr()?;
            let ordinality = self.ordinality();
            let mut alias = self.alias(true)?;
            let defs = alias.as_mut().map(|a| std::mem::take(&mut a.types)).unwrap_or_default();
            let alias = alias.filter(|a| !a.name.is_empty() || !a.columns.is_empty());
            return Ok(From::Func {
                lateral,
                funcs: vec![(func, defs)],
                rows_from: false,
                ordinality,
                alias,
            });
        }
        self.table_named()
    }

    /// Whether a function and not a table comes next: a parenthesis follows the name.
    fn from_call(&self) -> bool {
        if self.at_special_function() && self.text_ahead(1) == "(" {
            return true;
        }
        if self.at_word("only") {
            return false;
        }
        let value = matches!(
            self.text(),
            "current_date" | "current_timestamp" | "current_user" | "session_user" | "current_role" | "user"
        );
        if self.kind() == Kind::Word && value {
            return true;
        }
        let mut ahead = 0;
        while matches!(self.ahead(ahead).kind, Kind::Word | Kind::Quoted) && self.text_ahead(ahead + 1) == "."
        {
            ahead += 2;
        }
        matches!(self.ahead(ahead).kind, Kind::Word | Kind::Quoted) && self.text_ahead(ahead + 1) == "("
    }

    fn func_expr(&mut self) -> Result<Expr, Fail> {
        match self.kind() {
            Kind::Word | Kind::Quoted => self.primary(),
            _ => Err(self.fail("a function")),
        }
    }

    fn ordinality(&mut self) -> bool {
        let here = self.at_words(&["with", "ordinality"]);
        if here {
            self.skip();
            self.skip();
        }
        here
    }

    fn rows_from(&mut self, lateral: bool) -> Result<From, Fail> {
        self.skip();
        self.skip();
        self.expect("(")?;
        let mut funcs = Vec::new();
        let mut depth = 0;
        loop {
            let func = self.func_expr()?;
            depth = depth.max(self.depth);
            let defs = if self.word("as") { self.column_defs()? } else { Vec::new() };
            funcs.push((func, defs));
            if !self.punct(",") {
                break;
            }
        }
        self.expect(")")?;
        let ordinality = self.ordinality();
        let alias = self.alias(false)?;
        self.depth = depth + 1;
        Ok(From::Func { lateral, funcs, rows_from: true, ordinality, alias })
    }

    /// A table by name: `ONLY`, `*`, alias, TABLESAMPLE.
    pub(super) fn table_named(&mut self) -> Result<From, Fail> {
        let only = self.word("only");
        let parenthesis = only && self.punct("(");
        if matches!(self.category(), Some(b'R' | b'T')) {
            return Err(self.fail("a table"));
        }
        let name = self.dotted()?;
        if parenthesis {
            self.expect(")")?;
        }
        if self.kind() == Kind::Op && self.text() == "*" {
            self.skip();
        }
        let alias = self.alias(false)?;
        self.depth = 1;
        let mut sample = None;
        if self.word("tablesample") {
            let method = self.dotted()?;
            self.expect("(")?;
            let args = self.exprs()?;
            self.expect(")")?;
            let mut seed = None;
            if self.word("repeatable") {
                self.expect("(")?;
                seed = Some(self.expr()?);
                self.expect(")")?;
            }
            sample = Some(Box::new(Sample { method, args, seed }));
        }
        Ok(From::Table { name, only, alias, sample })
    }

    fn alias(&mut self, function: bool) -> Result<Option<Alias>, Fail> {
        let said = self.word("as");
        if said && function && self.at_punct("(") {
            return Ok(Some(Alias { types: self.column_defs()?, ..Alias::default() }));
        }
        let name = match self.kind() {
            Kind::Quoted => self.any_name()?,
            Kind::Word if said || !matches!(self.category(), Some(b'R' | b'T')) && !self.after_from() => {
                self.any_name()?
            }
            _ if said => return Err(self.fail("an alias")),
            _ => return Ok(None),
        };
        let mut alias = Alias { name, ..Alias::default() };
        if function && self.at_punct("(") && matches!(self.ahead(2).kind, Kind::Word | Kind::Quoted) {
            alias.types = self.column_defs()?;
        } else {
            alias.columns = self.column_names()?;
        }
        Ok(Some(alias))
    }

    /// Unreserved words that go on with the FROM clause rather than name an alias.
    fn after_from(&self) -> bool {
        self.at_word("tablesample")
    }

    /// `(a int, b text COLLATE "C")`.
    fn column_defs(&mut self) -> Result<ColumnDefs, Fail> {
        self.expect("(")?;
        let mut out = Vec::new();
        loop {
            let name = self.any_name()?;
            let ty = self.type_name()?;
            let collation = if self.word("collate") { Some(self.dotted()?) } else { None };
            out.push((name, ty, collation));
            if !self.punct(",") {
                self.expect(")")?;
                return Ok(out);
            }
        }
    }
}
