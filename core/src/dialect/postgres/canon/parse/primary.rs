//! What operators stand between (`c_expr`): constants, names, calls, CASE, parentheses, constructors.

use super::{Fail, Parser};
use crate::dialect::postgres::canon::lex::Kind;
use crate::dialect::postgres::canon::raw::{Expr, SubKind, Subscript};

impl Parser<'_, '_> {
    pub(super) fn primary(&mut self) -> Result<Expr, Fail> {
        self.depth = 1;
        match self.kind() {
            Kind::Number => {
                let number = Expr::Number(self.text().to_string());
                self.skip();
                Ok(number)
            }
            Kind::Str => {
                let text = Expr::Str(self.text().to_string());
                self.skip();
                Ok(text)
            }
            Kind::Bits => {
                let bits = Expr::Bits(self.text().to_string());
                self.skip();
                Ok(bits)
            }
            Kind::Param => {
                let param = Expr::Param(self.text().to_string());
                self.skip();
                self.indirection(param)
            }
            Kind::Punct if self.at_punct("(") => self.parenthesis(),
            Kind::Word => self.word_expr(),
            Kind::Quoted => self.named(),
            _ => Err(self.fail("an expression")),
        }
    }

    /// `(x)`, `(a, b)`, `(SELECT ...)`, with what may follow: `.field`, `[1]`.
    fn parenthesis(&mut self) -> Result<Expr, Fail> {
        if self.at_query(0) {
            self.skip();
            let query = Box::new(self.query()?);
            self.expect(")")?;
            self.depth += 1;
            return self.indirection(Expr::Sub { kind: SubKind::Value, left: None, op: None, query });
        }
        self.skip();
        let mut list = self.exprs()?;
        self.expect(")")?;
        if list.len() > 1 {
            self.deepen(0)?;
            return Ok(Expr::Row(list, false));
        }
        match list.pop() {
            Some(inner) => self.indirection(inner),
            None => Err(self.fail("an expression")),
        }
    }

    /// `.field`, `.*` and `[...]` after a parenthesis, a parameter or a column.
    fn indirection(&mut self, mut base: Expr) -> Result<Expr, Fail> {
        loop {
            let depth = self.depth;
            if self.punct(".") {
                if self.kind() == Kind::Op && self.text() == "*" {
                    self.skip();
                    base = Expr::FieldStar(Box::new(base));
                } else {
                    base = Expr::Field(Box::new(base), self.any_name()?);
                }
                self.deepen(depth)?;
            } else if self.at_punct("[") {
                base = self.subscripts(base)?;
            } else {
                return Ok(base);
            }
        }
    }

    fn subscripts(&mut self, base: Expr) -> Result<Expr, Fail> {
        let mut depth = self.depth;
        let mut all = Vec::new();
        self.enter()?;
        while self.punct("[") {
            let mut lower = None;
            if !self.at_punct(":") && !self.at_punct("]") {
                lower = Some(self.expr()?);
                depth = depth.max(self.depth);
            }
            let slice = self.punct(":");
            let mut upper = None;
            if slice && !self.at_punct("]") {
                upper = Some(self.expr()?);
                depth = depth.max(self.depth);
            }
            self.expect("]")?;
            all.push(if slice {
                Subscript { lower, upper, slice }
            } else {
                Subscript { lower: None, upper: lower, slice }
            });
        }
        self.leave();
        self.deepen(depth)?;
        Ok(Expr::Subscript(Box::new(base), all))
    }

    fn word_expr(&mut self) -> Result<Expr, Fail> {
        let call = self.ahead(1).kind == Kind::Punct && self.text_ahead(1) == "(";
        match self.text() {
            "null" => self.just(Expr::Null),
            "true" => self.just(Expr::Bool(true)),
            "false" => self.just(Expr::Bool(false)),
            "default" => self.just(Expr::Default),
            "case" => self.case(),
            "array" if self.text_ahead(1) == "[" => {
                self.skip();
                self.array()
            }
            "array" if call && self.at_query(1) => {
                self.skip();
                self.sub_select(SubKind::Array)
            }
            "exists" if call && self.at_query(1) => {
                self.skip();
                self.sub_select(SubKind::Exists)
            }
            "row" if call => {
                self.skip();
                self.skip();
                let list = if self.at_punct(")") { Vec::new() } else { self.exprs()? };
                self.expect(")")?;
                self.deepen(0)?;
                Ok(Expr::Row(list, true))
            }
            "current_date" | "current_time" | "current_timestamp" | "localtime" | "localtimestamp"
            | "current_role" | "current_user" | "session_user" | "user" | "current_catalog"
            | "current_schema" | "system_user" => self.sql_value(),
            "collation" if self.text_ahead(1) == "for" && self.text_ahead(2) == "(" => self.collation_for(),
            _ if call && self.at_special_function() => self.special_function(),
            _ => self.named(),
        }
    }

    fn just(&mut self, expr: Expr) -> Result<Expr, Fail> {
        self.skip();
        Ok(expr)
    }

    fn sub_select(&mut self, kind: SubKind) -> Result<Expr, Fail> {
        self.expect("(")?;
        let query = Box::new(self.query()?);
        self.expect(")")?;
        self.depth += 1;
        Ok(Expr::Sub { kind, left: None, op: None, query })
    }

    /// `[a, b]` or `[[a], [b]]` after ARRAY.
    fn array(&mut self) -> Result<Expr, Fail> {
        self.enter()?;
        self.expect("[")?;
        let mut list = Vec::new();
        let mut depth = 0;
        while !self.at_punct("]") {
            list.push(if self.at_punct("[") { self.array()? } else { self.expr()? });
            depth = depth.max(self.depth);
            if !self.punct(",") {
                break;
            }
        }
        self.expect("]")?;
        self.leave();
        self.depth = depth;
        self.deepen(0)?;
        Ok(Expr::Array(list))
    }

    fn case(&mut self) -> Result<Expr, Fail> {
        self.enter()?;
        self.skip();
        let mut depth = 0;
        let arg = if self.at_word("when") { None } else { Some(Box::new(self.expr()?)) };
        let mut whens = Vec::new();
        while self.word("when") {
            depth = depth.max(self.depth);
            let when = self.expr()?;
            depth = depth.max(self.depth);
            if !self.word("then") {
                return Err(self.fail("THEN"));
            }
            whens.push((when, self.expr()?));
            depth = depth.max(self.depth);
        }
        let otherwise = if self.word("else") { Some(Box::new(self.expr()?)) } else { None };
        if !self.word("end") || whens.is_empty() {
            return Err(self.fail("END"));
        }
        self.leave();
        self.deepen(depth)?;
        Ok(Expr::Case { arg, whens, otherwise })
    }

    fn sql_value(&mut self) -> Result<Expr, Fail> {
        let name = match self.text() {
            "current_date" => "CURRENT_DATE",
            "current_time" => "CURRENT_TIME",
            "current_timestamp" => "CURRENT_TIMESTAMP",
            "localtime" => "LOCALTIME",
            "localtimestamp" => "LOCALTIMESTAMP",
            "current_role" => "CURRENT_ROLE",
            "current_user" => "CURRENT_USER",
            "session_user" => "SESSION_USER",
            "user" => "USER",
            "current_catalog" => "CURRENT_CATALOG",
            "system_user" => "SYSTEM_USER",
            _ => "CURRENT_SCHEMA",
        };
        let timed = name.contains("TIME");
        if name == "CURRENT_SCHEMA" && self.text_ahead(1) == "(" {
            return self.named();
        }
        self.skip();
        let mut precision = None;
        if timed && self.punct("(") {
            precision = Some(self.text().to_string());
            self.skip();
            self.expect(")")?;
        }
        Ok(Expr::Value(name, precision))
    }

    /// A column, a call, or a type before its literal.
    fn named(&mut self) -> Result<Expr, Fail> {
        if let Some(literal) = self.typed_literal()? {
            return Ok(literal);
        }
        let reserved = matches!(self.category(), Some(b'R'));
        let start = self.at;
        if reserved && !self.at_word("current_schema") {
            return Err(self.fail("an expression"));
        }
        let mut parts = vec![self.any_name()?];
        while self.at_punct(".") {
            self.skip();
            if self.kind() == Kind::Op && self.text() == "*" {
                self.skip();
                return Ok(Expr::Star(parts));
            }
            parts.push(self.any_name()?);
        }
        if self.at_punct("(") {
            return self.call(parts);
        }
        if self.kind() == Kind::Str {
            self.at = start;
            let ty = self.type_name()?;
            return self.literal_of(ty);
        }
        self.depth = 1;
        let column = Expr::Column(parts);
        if self.at_punct("[") { self.indirection(column) } else { Ok(column) }
    }

    /// `timestamp with time zone '...'`, `interval '1' day`, `char(3) 'x'`: types with words of their own.
    fn typed_literal(&mut self) -> Result<Option<Expr>, Fail> {
        if !self.at_type_keyword() {
            return Ok(None);
        }
        let start = self.at;
        if let Ok(ty) = self.type_name()
            && self.kind() == Kind::Str
            && !ty.array
        {
            return self.literal_of(ty).map(Some);
        }
        self.at = start;
        Ok(None)
    }

    fn literal_of(&mut self, mut ty: crate::dialect::postgres::canon::types::TypeName) -> Result<Expr, Fail> {
        if self.kind() != Kind::Str {
            return Err(self.fail("a literal"));
        }
        let text = Expr::Str(self.text().to_string());
        self.skip();
        if ty.name == "interval" && ty.schema.is_none() && ty.typmod.is_none() {
            ty.typmod = self.interval_fields()?;
        }
        self.depth = 2;
        Ok(Expr::Cast(Box::new(text), ty))
    }
}
