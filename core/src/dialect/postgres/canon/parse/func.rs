//! Calls: plain ones with everything that may follow them, and those with a syntax of their own (`func_expr`).

use super::expr::special;
use super::{Fail, Parser};
use crate::dialect::postgres::canon::lex::Kind;
use crate::dialect::postgres::canon::raw::{Bound, Expr, Frame, Func, Operator, SortBy, Window};
use crate::dialect::postgres::canon::types::TypeName;

/// Above comparison and BETWEEN: what `b_expr` allows beside IN.
const B_EXPR: u8 = 6;

impl Parser<'_, '_> {
    /// The parentheses of a call and what follows them.
    pub(super) fn call(&mut self, name: Vec<String>) -> Result<Expr, Fail> {
        self.enter()?;
        self.expect("(")?;
        let mut func = Func { name, ..Func::default() };
        let mut depth = 0;
        if self.kind() == Kind::Op && self.text() == "*" && self.text_ahead(1) == ")" {
            self.skip();
            func.star = true;
        } else if !self.at_punct(")") {
            func.distinct = self.word("distinct");
            if !func.distinct {
                self.word("all");
            }
            self.arguments(&mut func)?;
            depth = self.depth;
            func.order_by = self.order_by()?;
            depth = depth.max(self.depth);
        }
        self.expect(")")?;
        if self.at_words(&["within", "group"]) {
            self.skip();
            self.skip();
            self.expect("(")?;
            func.order_by = self.order_by()?;
            depth = depth.max(self.depth);
            func.within_group = true;
            self.expect(")")?;
        }
        if self.at_word("filter") && self.text_ahead(1) == "(" {
            self.skip();
            self.skip();
            if !self.word("where") {
                return Err(self.fail("WHERE"));
            }
            func.filter = Some(self.expr()?);
            depth = depth.max(self.depth);
            self.expect(")")?;
        }
        if self.at_word("over")
            && (self.text_ahead(1) == "(" || matches!(self.ahead(1).kind, Kind::Word | Kind::Quoted))
        {
            self.skip();
            func.over = Some(self.over()?);
            depth = depth.max(self.depth);
        }
        self.leave();
        self.depth = depth;
        self.deepen(0)?;
        Ok(Expr::Func(Box::new(func)))
    }

    fn arguments(&mut self, func: &mut Func) -> Result<(), Fail> {
        let mut depth = 0;
        loop {
            if self.word("variadic") {
                func.variadic = true;
            }
            let named = matches!(self.kind(), Kind::Word | Kind::Quoted)
                && self.ahead(1).kind == Kind::Punct
                && matches!(self.text_ahead(1), "=>" | ":=");
            let name = if named { Some(self.any_name()?) } else { None };
            if named {
                self.skip();
            }
            func.args.push((name, self.expr()?));
            depth = depth.max(self.depth);
            if !self.punct(",") {
                self.depth = depth;
                return Ok(());
            }
        }
    }

    fn over(&mut self) -> Result<Window, Fail> {
        self.depth = 0;
        if self.at_punct("(") {
            return self.window();
        }
        Ok(Window { name: Some(self.any_name()?), ..Window::default() })
    }

    /// `(base PARTITION BY ... ORDER BY ... frame)`.
    pub(super) fn window(&mut self) -> Result<Window, Fail> {
        self.expect("(")?;
        let mut window = Window::default();
        let named = self.kind() == Kind::Quoted
            || (self.kind() == Kind::Word
                && !matches!(self.text(), "partition" | "order" | "range" | "rows" | "groups"));
        if named {
            window.base = Some(self.any_name()?);
        }
        let mut depth = 0;
        if self.at_words(&["partition", "by"]) {
            self.skip();
            self.skip();
            window.partition = self.exprs()?;
            depth = self.depth;
        }
        window.order_by = self.order_by()?;
        depth = depth.max(self.depth);
        window.frame = self.frame()?;
        self.depth = depth.max(self.depth);
        self.expect(")")?;
        Ok(window)
    }

    fn frame(&mut self) -> Result<Option<Frame>, Fail> {
        self.depth = 0;
        let unit = match self.text() {
            "range" => "range",
            "rows" => "rows",
            "groups" => "groups",
            _ => return Ok(None),
        };
        self.skip();
        let between = self.word("between");
        let start = self.bound()?;
        let mut end = None;
        if between {
            if !self.word("and") {
                return Err(self.fail("AND"));
            }
            end = Some(self.bound()?);
        }
        let exclude = if self.word("exclude") { self.exclusion()? } else { None };
        Ok(Some(Frame { unit, start, end, exclude }))
    }

    fn exclusion(&mut self) -> Result<Option<&'static str>, Fail> {
        let first = self.any_name()?;
        match first.as_str() {
            "current" if self.word("row") => Ok(Some("CURRENT ROW")),
            "group" => Ok(Some("GROUP")),
            "ties" => Ok(Some("TIES")),
            "no" if self.word("others") => Ok(None),
            _ => Err(self.fail("what to exclude")),
        }
    }

    fn bound(&mut self) -> Result<Bound, Fail> {
        if self.at_words(&["current", "row"]) {
            self.skip();
            self.skip();
            return Ok(Bound::CurrentRow);
        }
        let unbounded = self.word("unbounded");
        let by = if unbounded { None } else { Some(self.expr()?) };
        let preceding = self.word("preceding");
        if !preceding && !self.word("following") {
            return Err(self.fail("PRECEDING or FOLLOWING"));
        }
        Ok(match (by, preceding) {
            (None, true) => Bound::UnboundedPreceding,
            (None, false) => Bound::UnboundedFollowing,
            (Some(by), true) => Bound::Preceding(by),
            (Some(by), false) => Bound::Following(by),
        })
    }

    /// ORDER BY and its items, if it comes next.
    pub(super) fn order_by(&mut self) -> Result<Vec<SortBy>, Fail> {
        let mut out = Vec::new();
        let mut depth = 0;
        if !self.at_words(&["order", "by"]) {
            self.depth = 0;
            return Ok(out);
        }
        self.skip();
        self.skip();
        loop {
            out.push(self.sort_by()?);
            depth = depth.max(self.depth);
            if !self.punct(",") {
                self.depth = depth;
                return Ok(out);
            }
        }
    }

    fn sort_by(&mut self) -> Result<SortBy, Fail> {
        let expr = self.expr()?;
        let mut out = SortBy { expr, descending: None, using: None, nulls_first: None };
        if self.word("desc") {
            out.descending = Some(true);
        } else if self.word("asc") {
            out.descending = Some(false);
        } else if self.word("using") {
            out.using = self.sort_operator()?;
        }
        if self.at_word("nulls") && matches!(self.text_ahead(1), "first" | "last") {
            self.skip();
            out.nulls_first = Some(self.text() == "first");
            self.skip();
        }
        Ok(out)
    }

    fn sort_operator(&mut self) -> Result<Option<Operator>, Fail> {
        if self.kind() != Kind::Op {
            return Err(self.fail("an operator"));
        }
        let op = Operator::plain(self.text());
        self.skip();
        Ok(Some(op))
    }

    /// Whether the word that comes next has, before a parenthesis, a syntax of its own.
    pub(super) fn at_special_function(&self) -> bool {
        matches!(
            self.text(),
            "extract"
                | "overlay"
                | "position"
                | "substring"
                | "trim"
                | "coalesce"
                | "greatest"
                | "least"
                | "nullif"
                | "cast"
                | "treat"
                | "normalize"
                | "grouping"
                | "xmlconcat"
                | "xmlelement"
                | "xmlexists"
                | "xmlforest"
                | "xmlparse"
                | "xmlpi"
                | "xmlroot"
                | "xmlserialize"
                | "xmltable"
        )
    }

    pub(super) fn special_function(&mut self) -> Result<Expr, Fail> {
        let start = self.at;
        self.enter()?;
        let word = self.any_name()?;
        self.expect("(")?;
        let out = match word.as_str() {
            "coalesce" => Expr::Coalesce(self.exprs()?),
            "greatest" => Expr::MinMax(true, self.exprs()?),
            "least" => Expr::MinMax(false, self.exprs()?),
            "grouping" => Expr::Grouping(self.exprs()?),
            "nullif" => {
                let mut both = self.exprs()?;
                match (both.pop(), both.pop(), both.is_empty()) {
                    (Some(right), Some(left), true) => Expr::NullIf(Box::new(left), Box::new(right)),
                    _ => return Err(self.fail("two arguments")),
                }
            }
            "cast" => {
                let inner = self.expr()?;
                self.keyword("as", "AS")?;
                let depth = self.depth;
                let ty = self.type_name()?;
                self.depth = depth;
                Expr::Cast(Box::new(inner), ty)
            }
            "extract" => self.extract()?,
            "position" => {
                let part = self.expr_above(B_EXPR)?;
                let depth = self.depth;
                self.keyword("in", "IN")?;
                let whole = self.expr_above(B_EXPR)?;
                self.depth = self.depth.max(depth);
                special("position", vec![whole, part])
            }
            "trim" => self.trim()?,
            "substring" | "overlay" => match self.substring(&word)? {
                Some(found) => found,
                None => {
                    self.at = start + 1;
                    self.leave();
                    return self.call(vec![word]);
                }
            },
            "normalize" => {
                let mut args = vec![self.expr()?];
                if self.punct(",") {
                    args.push(Expr::Str(self.any_name()?.to_uppercase()));
                }
                special("normalize", args)
            }
            _ => return Err(self.fail("a form this reader does not know")),
        };
        self.expect(")")?;
        self.leave();
        self.deepen(0)?;
        Ok(out)
    }

    /// `COLLATION FOR (x)`.
    pub(super) fn collation_for(&mut self) -> Result<Expr, Fail> {
        self.enter()?;
        self.skip();
        self.skip();
        self.expect("(")?;
        let inner = self.expr()?;
        self.expect(")")?;
        self.leave();
        self.deepen(0)?;
        Ok(special("pg_collation_for", vec![inner]))
    }

    fn keyword(&mut self, word: &str, why: &'static str) -> Result<(), Fail> {
        if self.word(word) { Ok(()) } else { Err(self.fail(why)) }
    }

    fn extract(&mut self) -> Result<Expr, Fail> {
        if !matches!(self.kind(), Kind::Word | Kind::Quoted | Kind::Str) {
            return Err(self.fail("a field"));
        }
        // Fields are known in any case.
        let field = self.text().to_ascii_lowercase();
        self.skip();
        self.keyword("from", "FROM")?;
        let from = self.expr()?;
        Ok(special("extract", vec![Expr::Str(field), from]))
    }

    fn trim(&mut self) -> Result<Expr, Fail> {
        let name = if self.word("leading") {
            "ltrim"
        } else if self.word("trailing") {
            "rtrim"
        } else {
            self.word("both");
            "btrim"
        };
        let mut args = Vec::new();
        let mut depth = 0;
        if !self.at_word("from") {
            args = self.exprs()?;
            depth = self.depth;
        }
        if self.word("from") {
            let mut from = self.exprs()?;
            from.append(&mut args);
            args = from;
        }
        self.depth = self.depth.max(depth);
        Ok(special(name, args))
    }

    /// SUBSTRING and OVERLAY with words between the arguments; `None` when commas stand there.
    fn substring(&mut self, word: &str) -> Result<Option<Expr>, Fail> {
        if self.at_punct(")") {
            return Ok(None);
        }
        let first = self.expr()?;
        let mut depth = self.depth;
        let int4 = |e: Expr| Expr::Cast(Box::new(e), TypeName::named("int4"));
        let mut args = vec![first];
        if word == "overlay" && self.word("placing") {
            args.push(self.expr()?);
            depth = depth.max(self.depth);
            self.keyword("from", "FROM")?;
            args.push(self.expr()?);
            depth = depth.max(self.depth);
            if self.word("for") {
                args.push(self.expr()?);
            }
        } else if word == "substring" && self.word("from") {
            args.push(self.expr()?);
            depth = depth.max(self.depth);
            if self.word("for") {
                args.push(self.expr()?);
            }
        } else if word == "substring" && self.word("for") {
            let length = self.expr()?;
            depth = depth.max(self.depth);
            if self.word("from") {
                args.push(self.expr()?);
                args.push(length);
            } else {
                args.push(Expr::Number("1".to_string()));
                args.push(int4(length));
            }
        } else if word == "substring" && self.word("similar") {
            args.push(self.expr()?);
            depth = depth.max(self.depth);
            self.keyword("escape", "ESCAPE")?;
            args.push(self.expr()?);
        } else {
            return Ok(None);
        }
        self.depth = self.depth.max(depth) + 1;
        Ok(Some(special(word, args)))
    }
}
