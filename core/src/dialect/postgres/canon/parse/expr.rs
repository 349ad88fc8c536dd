//! Expressions by precedence (`a_expr`).

use super::{Fail, Parser};
use crate::dialect::postgres::canon::lex::Kind;
use crate::dialect::postgres::canon::raw::{Expr, Func, Match, Operator, SubKind, Test};

/// How tightly each operator binds, from PostgreSQL's `%left` and `%nonassoc` lines.
mod bind {
    pub(super) const OR: u8 = 1;
    pub(super) const AND: u8 = 2;
    pub(super) const NOT: u8 = 3;
    pub(super) const IS: u8 = 4;
    pub(super) const COMPARE: u8 = 5;
    pub(super) const LIKE: u8 = 6;
    pub(super) const OTHER: u8 = 8;
    pub(super) const ADD: u8 = 9;
    pub(super) const MULTIPLY: u8 = 10;
    pub(super) const POWER: u8 = 11;
    pub(super) const AT: u8 = 12;
    pub(super) const COLLATE: u8 = 13;
    pub(super) const MINUS: u8 = 14;
    pub(super) const CAST: u8 = 16;
}

/// A call in SQL's own syntax.
pub(super) fn special(name: &str, args: Vec<Expr>) -> Expr {
    Expr::Func(Box::new(Func {
        name: vec!["pg_catalog".to_string(), name.to_string()],
        args: args.into_iter().map(|a| (None, a)).collect(),
        special: true,
        ..Func::default()
    }))
}

impl Parser<'_, '_> {
    /// An expression.
    pub(crate) fn expr(&mut self) -> Result<Expr, Fail> {
        self.expr_above(0)
    }

    /// Expressions with commas between them.
    pub(super) fn exprs(&mut self) -> Result<Vec<Expr>, Fail> {
        let mut out = Vec::new();
        let mut deepest = 0;
        loop {
            out.push(self.expr()?);
            deepest = deepest.max(self.depth);
            if !self.punct(",") {
                self.depth = deepest;
                return Ok(out);
            }
        }
    }

    /// An operand and all operators after it that bind tighter than `floor`.
    pub(super) fn expr_above(&mut self, floor: u8) -> Result<Expr, Fail> {
        self.enter()?;
        let mut left = self.prefixed()?;
        while let Some(power) = self.infix_power(floor) {
            left = self.infix(left, power)?;
        }
        self.leave();
        Ok(left)
    }

    fn prefixed(&mut self) -> Result<Expr, Fail> {
        if self.at_word("not") {
            return self.not();
        }
        if self.kind() == Kind::Op {
            let name = self.text();
            if name == "+" || name == "-" {
                let minus = name == "-";
                self.skip();
                let inner = self.expr_above(bind::MINUS - 1)?;
                return self.signed(minus, inner);
            }
        }
        if let Some(op) = self.operator_name()? {
            let inner = self.expr_above(bind::OTHER)?;
            self.deepen(0)?;
            return Ok(Expr::Unary(op, Box::new(inner)));
        }
        self.primary()
    }

    /// NOT, any number of times.
    fn not(&mut self) -> Result<Expr, Fail> {
        let mut count = 0;
        while self.word("not") {
            count += 1;
        }
        let mut inner = self.expr_above(bind::NOT - 1)?;
        for _ in 0..count {
            self.deepen(0)?;
            inner = Expr::Not(Box::new(inner));
        }
        Ok(inner)
    }

    /// A sign before a number belongs to the number.
    fn signed(&mut self, minus: bool, inner: Expr) -> Result<Expr, Fail> {
        if minus && let Expr::Number(digits) = inner {
            return Ok(Expr::Number(match digits.strip_prefix('-') {
                Some(positive) => positive.to_string(),
                None => format!("-{digits}"),
            }));
        }
        self.deepen(0)?;
        Ok(Expr::Unary(Operator::plain(if minus { "-" } else { "+" }), Box::new(inner)))
    }

    /// An operator that has no precedence of its own, or `OPERATOR(schema.op)`.
    fn operator_name(&mut self) -> Result<Option<Operator>, Fail> {
        if self.kind() == Kind::Op {
            let op = Operator::plain(self.text());
            self.skip();
            return Ok(Some(op));
        }
        if !(self.at_word("operator") && self.ahead(1).kind == Kind::Punct && self.text_ahead(1) == "(") {
            return Ok(None);
        }
        self.skip();
        self.skip();
        let mut schema = None;
        while self.kind() != Kind::Op {
            schema = Some(self.any_name()?);
            self.expect(".")?;
        }
        let name = self.text().to_string();
        self.skip();
        self.expect(")")?;
        Ok(Some(Operator { schema, name }))
    }

    /// The power of the operator that comes next, if it binds tighter than `floor`.
    fn infix_power(&self, floor: u8) -> Option<u8> {
        let power = match self.kind() {
            Kind::Op => match self.text() {
                "<" | ">" | "=" | "<=" | ">=" | "<>" => bind::COMPARE,
                "+" | "-" => bind::ADD,
                "*" | "/" | "%" => bind::MULTIPLY,
                "^" => bind::POWER,
                _ => bind::OTHER,
            },
            Kind::Punct if self.text() == "::" => bind::CAST,
            Kind::Word => match self.text() {
                "or" => bind::OR,
                "and" => bind::AND,
                "is" | "isnull" | "notnull" => bind::IS,
                "between" | "in" | "like" | "ilike" => bind::LIKE,
                "similar" if self.text_ahead(1) == "to" => bind::LIKE,
                "not" if matches!(self.text_ahead(1), "between" | "in" | "like" | "ilike" | "similar") => {
                    bind::LIKE
                }
                "operator" if self.text_ahead(1) == "(" => bind::OTHER,
                "at" if matches!(self.text_ahead(1), "time" | "local") => bind::AT,
                "collate" => bind::COLLATE,
                "overlaps" => bind::OTHER,
                _ => return None,
            },
            _ => return None,
        };
        (power > floor).then_some(power)
    }

    fn infix(&mut self, left: Expr, power: u8) -> Result<Expr, Fail> {
        let depth = self.depth;
        let out = match power {
            bind::OR | bind::AND => return self.logical(left, power),
            bind::IS => self.is(left)?,
            bind::LIKE => self.like(left)?,
            bind::AT => self.at_time_zone(left)?,
            bind::COLLATE => {
                self.skip();
                self.depth = 0;
                Expr::Collate(Box::new(left), self.dotted()?)
            }
            bind::CAST => {
                self.skip();
                self.depth = 0;
                Expr::Cast(Box::new(left), self.type_name()?)
            }
            _ if self.word("overlaps") => {
                let right = self.expr_above(power)?;
                match (left, right) {
                    (Expr::Row(mut a, _), Expr::Row(b, _)) => {
                        a.extend(b);
                        special("overlaps", a)
                    }
                    _ => return Err(self.fail("rows beside OVERLAPS")),
                }
            }
            _ => self.operation(left, power)?,
        };
        self.deepen(depth)?;
        Ok(out)
    }

    /// `a AND b AND c` is one node, as PostgreSQL's grammar makes it.
    fn logical(&mut self, left: Expr, power: u8) -> Result<Expr, Fail> {
        let mut depth = self.depth;
        let word = if power == bind::OR { "or" } else { "and" };
        let mut all = match (left, power) {
            (Expr::And(all), bind::AND) | (Expr::Or(all), bind::OR) => {
                depth = depth.saturating_sub(1);
                all
            }
            (other, _) => vec![other],
        };
        while self.word(word) {
            all.push(self.expr_above(power)?);
            depth = depth.max(self.depth);
        }
        self.depth = 0;
        self.deepen(depth)?;
        Ok(if power == bind::OR { Expr::Or(all) } else { Expr::And(all) })
    }

    fn operation(&mut self, left: Expr, power: u8) -> Result<Expr, Fail> {
        let Some(op) = self.operator_name()? else { return Err(self.fail("an operator")) };
        if let Some(found) = self.any_or_all(&left, &op)? {
            return Ok(found);
        }
        let right = self.expr_above(power)?;
        Ok(Expr::Binary(op, Box::new(left), Box::new(right)))
    }

    /// What follows an operator when it is ANY, SOME or ALL with a query or an array.
    fn any_or_all(&mut self, left: &Expr, op: &Operator) -> Result<Option<Expr>, Fail> {
        let any = match self.text() {
            "any" | "some" => true,
            "all" => false,
            _ => return Ok(None),
        };
        if self.kind() != Kind::Word || self.text_ahead(1) != "(" {
            return Ok(None);
        }
        self.skip();
        let left = Box::new(left.clone());
        if self.at_query(0) {
            self.skip();
            let query = Box::new(self.query()?);
            self.expect(")")?;
            let kind = if any { SubKind::Any } else { SubKind::All };
            return Ok(Some(Expr::Sub { kind, left: Some(left), op: Some(op.clone()), query }));
        }
        self.expect("(")?;
        let right = Box::new(self.expr()?);
        self.expect(")")?;
        Ok(Some(Expr::AnyAll(left, op.clone(), any, right)))
    }

    fn is(&mut self, left: Expr) -> Result<Expr, Fail> {
        let left = Box::new(left);
        if self.word("isnull") {
            self.depth = 0;
            return Ok(Expr::Is(left, Test::Null, false));
        }
        if self.word("notnull") {
            self.depth = 0;
            return Ok(Expr::Is(left, Test::Null, true));
        }
        self.skip();
        let negated = self.word("not");
        let test = match self.text() {
            _ if self.kind() != Kind::Word => return Err(self.fail("a test after IS")),
            "null" => Test::Null,
            "true" => Test::True,
            "false" => Test::False,
            "unknown" => Test::Unknown,
            "document" => Test::Document,
            "distinct" if self.text_ahead(1) == "from" => {
                self.skip();
                self.skip();
                let right = Box::new(self.expr_above(bind::IS)?);
                return Ok(Expr::Distinct(left, right, negated));
            }
            "normalized" | "nfc" | "nfd" | "nfkc" | "nfkd" => return self.is_normalized(*left, negated),
            _ => return Err(self.fail("a test after IS")),
        };
        self.skip();
        self.depth = 0;
        Ok(Expr::Is(left, test, negated))
    }

    fn is_normalized(&mut self, left: Expr, negated: bool) -> Result<Expr, Fail> {
        let mut args = vec![left];
        if !self.at_word("normalized") {
            args.push(Expr::Str(self.any_name()?.to_uppercase()));
        }
        if !self.word("normalized") {
            return Err(self.fail("NORMALIZED"));
        }
        self.depth = 1;
        let test = special("is_normalized", args);
        Ok(if negated { Expr::Not(Box::new(test)) } else { test })
    }

    /// BETWEEN, IN, LIKE, ILIKE, SIMILAR TO, with or without NOT.
    fn like(&mut self, left: Expr) -> Result<Expr, Fail> {
        let negated = self.word("not");
        let word = self.any_name()?;
        let kind = match word.as_str() {
            "between" => return self.between(left, negated),
            "in" => return self.in_list(left, negated),
            "like" => Match::Like,
            "ilike" => Match::ILike,
            _ => {
                self.skip();
                Match::Similar
            }
        };
        let op = match (kind, negated) {
            (Match::Like, false) => "~~",
            (Match::Like, true) => "!~~",
            (Match::ILike, false) => "~~*",
            (Match::ILike, true) => "!~~*",
            (Match::Similar, false) => "~",
            (Match::Similar, true) => "!~",
        };
        if kind != Match::Similar
            && let Some(found) = self.any_or_all(&left, &Operator::plain(op))?
        {
            return Ok(found);
        }
        let pattern = Box::new(self.expr_above(bind::LIKE)?);
        let depth = self.depth;
        let escape = match self.word("escape") {
            true => Some(Box::new(self.expr_above(bind::LIKE)?)),
            false => None,
        };
        self.depth = self.depth.max(depth);
        Ok(Expr::Like { left: Box::new(left), kind, pattern, escape, negated })
    }

    fn between(&mut self, left: Expr, negated: bool) -> Result<Expr, Fail> {
        let symmetric = self.word("symmetric");
        if !symmetric {
            self.word("asymmetric");
        }
        let low = self.expr_above(bind::LIKE)?;
        let depth = self.depth;
        if !self.word("and") {
            return Err(self.fail("AND"));
        }
        self.enter()?;
        let high = self.expr_above(bind::LIKE)?;
        self.leave();
        // It becomes at most four comparisons under AND and OR.
        self.depth = self.depth.max(depth) + 2;
        Ok(Expr::Between {
            left: Box::new(left),
            low: Box::new(low),
            high: Box::new(high),
            symmetric,
            negated,
        })
    }

    fn in_list(&mut self, left: Expr, negated: bool) -> Result<Expr, Fail> {
        if self.at_query(0) {
            self.expect("(")?;
            let query = Box::new(self.query()?);
            self.expect(")")?;
            self.depth += 1;
            let (left, op) = (Some(Box::new(left)), Some(Operator::plain("=")));
            let test = Expr::Sub { kind: SubKind::Any, left, op, query };
            return Ok(if negated { Expr::Not(Box::new(test)) } else { test });
        }
        self.expect("(")?;
        self.enter()?;
        let list = self.exprs()?;
        self.leave();
        self.expect(")")?;
        self.depth += 2;
        Ok(Expr::In(Box::new(left), list, negated))
    }

    fn at_time_zone(&mut self, left: Expr) -> Result<Expr, Fail> {
        self.skip();
        if self.word("local") {
            self.depth = 0;
            return Ok(special("timezone", vec![left]));
        }
        if !self.at_words(&["time", "zone"]) {
            return Err(self.fail("TIME ZONE"));
        }
        self.skip();
        self.skip();
        let zone = self.expr_above(bind::AT)?;
        Ok(special("timezone", vec![zone, left]))
    }
}
