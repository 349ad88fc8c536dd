//! One SELECT: its targets, FROM, WHERE, GROUP BY, HAVING, WINDOW.

use super::{Fail, Parser};
use crate::dialect::postgres::canon::lex::Kind;
use crate::dialect::postgres::canon::raw::{Expr, Group, Select, Window};

/// Keywords that may be an alias only after AS.
const NO_BARE_ALIAS: &[&str] = &[
    "array",
    "as",
    "char",
    "character",
    "create",
    "day",
    "except",
    "fetch",
    "filter",
    "for",
    "from",
    "grant",
    "group",
    "having",
    "hour",
    "intersect",
    "into",
    "isnull",
    "limit",
    "minute",
    "month",
    "notnull",
    "offset",
    "on",
    "order",
    "over",
    "overlaps",
    "precision",
    "returning",
    "second",
    "to",
    "union",
    "varying",
    "where",
    "window",
    "with",
    "within",
    "without",
    "year",
];

impl Parser<'_, '_> {
    /// What follows the word SELECT.
    pub(super) fn select(&mut self) -> Result<Select, Fail> {
        let mut depth = 0;
        let mut select = Select::default();
        if self.word("distinct") {
            select.distinct = Some(Vec::new());
            if self.word("on") {
                self.expect("(")?;
                select.distinct = Some(self.exprs()?);
                depth = self.depth;
                self.expect(")")?;
            }
        } else {
            self.word("all");
        }
        select.targets = self.targets()?;
        depth = depth.max(self.depth);
        if self.word("from") {
            select.from = self.from_list()?;
            depth = depth.max(self.depth);
        }
        if self.word("where") {
            select.filter = Some(self.expr()?);
            depth = depth.max(self.depth);
        }
        if self.at_words(&["group", "by"]) {
            self.skip();
            self.skip();
            select.group_distinct = self.word("distinct");
            if !select.group_distinct {
                self.word("all");
            }
            select.group_by = self.groups()?;
            depth = depth.max(self.depth);
        }
        if self.word("having") {
            select.having = Some(self.expr()?);
            depth = depth.max(self.depth);
        }
        if self.word("window") {
            select.windows = self.windows()?;
            depth = depth.max(self.depth);
        }
        self.depth = 0;
        self.deepen(depth)?;
        Ok(select)
    }

    pub(super) fn targets(&mut self) -> Result<Vec<(Expr, Option<String>)>, Fail> {
        let mut out = Vec::new();
        let mut depth = 0;
        // `SELECT FROM t` has none.
        if self.at_end() || self.at_word("from") || self.at_word("where") || self.at_punct(")") {
            return Ok(out);
        }
        loop {
            if self.kind() == Kind::Op && self.text() == "*" {
                self.skip();
                out.push((Expr::Star(Vec::new()), None));
            } else {
                let expr = self.expr()?;
                depth = depth.max(self.depth);
                out.push((expr, self.target_alias()?));
            }
            if !self.punct(",") {
                self.depth = depth;
                return Ok(out);
            }
        }
    }

    fn target_alias(&mut self) -> Result<Option<String>, Fail> {
        if self.word("as") {
            return self.any_name().map(Some);
        }
        match self.kind() {
            Kind::Quoted => self.any_name().map(Some),
            Kind::Word if !NO_BARE_ALIAS.contains(&self.text()) => self.any_name().map(Some),
            _ => Ok(None),
        }
    }

    fn groups(&mut self) -> Result<Vec<Group>, Fail> {
        let mut out = Vec::new();
        let mut depth = 0;
        loop {
            out.push(self.group()?);
            depth = depth.max(self.depth);
            if !self.punct(",") {
                self.depth = depth;
                return Ok(out);
            }
        }
    }

    fn group(&mut self) -> Result<Group, Fail> {
        if self.at_punct("(") && self.text_ahead(1) == ")" {
            self.skip();
            self.skip();
            return Ok(Group::Empty);
        }
        let call = self.text_ahead(1) == "(";
        match self.text() {
            "rollup" if call => {
                self.skip();
                self.expect("(")?;
                let list = self.exprs()?;
                self.expect(")")?;
                Ok(Group::Rollup(list))
            }
            "cube" if call => {
                self.skip();
                self.expect("(")?;
                let list = self.exprs()?;
                self.expect(")")?;
                Ok(Group::Cube(list))
            }
            "grouping" if self.text_ahead(1) == "sets" => {
                self.enter()?;
                self.skip();
                self.skip();
                self.expect("(")?;
                let sets = self.groups()?;
                self.expect(")")?;
                self.leave();
                self.deepen(0)?;
                Ok(Group::Sets(sets))
            }
            _ => self.expr().map(Group::Expr),
        }
    }

    fn windows(&mut self) -> Result<Vec<Window>, Fail> {
        let mut out = Vec::new();
        let mut depth = 0;
        loop {
            let name = self.any_name()?;
            if !self.word("as") {
                return Err(self.fail("AS"));
            }
            let mut window = self.window()?;
            window.name = Some(name);
            depth = depth.max(self.depth);
            out.push(window);
            if !self.punct(",") {
                self.depth = depth;
                return Ok(out);
            }
        }
    }
}
