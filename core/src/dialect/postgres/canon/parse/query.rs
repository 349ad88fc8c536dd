//! Queries (`SelectStmt`): WITH, set operations, VALUES, TABLE, and the clauses after them.

use super::{Fail, Parser};
use crate::dialect::postgres::canon::lex::Kind;
use crate::dialect::postgres::canon::raw::{Body, Cte, Cycle, Expr, Query, Select, With};

impl Parser<'_, '_> {
    /// Whether, `skip` tokens on, a parenthesis opens a query.
    pub(super) fn at_query(&self, skip: usize) -> bool {
        let mut ahead = skip;
        let mut open = 0;
        while self.ahead(ahead).kind == Kind::Punct && self.text_ahead(ahead) == "(" {
            ahead += 1;
            open += 1;
        }
        if open == 0 || self.ahead(ahead).kind != Kind::Word {
            return false;
        }
        if !matches!(self.text_ahead(ahead), "select" | "values" | "with" | "table") {
            return false;
        }
        open == 1 || self.query_to_the_end(skip, ahead, open)
    }

    /// `((SELECT 1) + 1)` is no query, `((SELECT 1) UNION SELECT 2)` and `((SELECT 1))` are: looks behind the inner ones.
    fn query_to_the_end(&self, skip: usize, from: usize, mut open: usize) -> bool {
        let mut ahead = from;
        let mut nested = 0usize;
        while open > 1 {
            let token = self.ahead(ahead);
            match (token.kind, token.text.as_ref()) {
                (Kind::End, _) => return false,
                (Kind::Punct, "(") => nested += 1,
                (Kind::Punct, ")") if nested > 0 => nested -= 1,
                (Kind::Punct, ")") => {
                    open -= 1;
                    let next = self.ahead(ahead + 1);
                    let goes_on = matches!(
                        next.text.as_ref(),
                        ")" | "union"
                            | "intersect"
                            | "except"
                            | "order"
                            | "limit"
                            | "offset"
                            | "fetch"
                            | "for"
                    );
                    if !goes_on {
                        return false;
                    }
                    if next.text != ")" {
                        return true;
                    }
                }
                _ => {}
            }
            ahead += 1;
        }
        let _ = skip;
        true
    }

    /// A query: with WITH before it, ORDER BY, LIMIT and FOR UPDATE after it.
    pub(crate) fn query(&mut self) -> Result<Query, Fail> {
        self.enter_query()?;
        let mut deepest = 0;
        let with = self.with()?;
        deepest = deepest.max(self.depth);
        let mut query = self.set_operations(0)?;
        deepest = deepest.max(self.depth);
        let bare = query.order_by.is_empty()
            && query.limit.is_none()
            && query.offset.is_none()
            && query.locking.is_empty()
            && query.with.is_none();
        if !bare && (with.is_some() || self.at_outer_clause()) {
            // `(SELECT ... LIMIT 1) LIMIT 2`: PostgreSQL refuses two of a kind; the rest is rare. Kept as text.
            return Err(self.fail("clauses beside a parenthesis"));
        }
        if with.is_some() {
            query.with = with;
        }
        self.outer_clauses(&mut query)?;
        self.depth = self.depth.max(deepest);
        self.deepen(0)?;
        self.leave_query();
        Ok(query)
    }

    fn at_outer_clause(&self) -> bool {
        self.kind() == Kind::Word && matches!(self.text(), "order" | "limit" | "offset" | "fetch" | "for")
    }

    fn outer_clauses(&mut self, query: &mut Query) -> Result<(), Fail> {
        let mut depth = 0;
        if self.at_words(&["order", "by"]) {
            query.order_by = self.order_by()?;
            depth = self.depth;
        }
        loop {
            if self.word("limit") {
                query.limit = Some(if self.word("all") { Expr::Null } else { self.expr()? });
            } else if self.word("offset") {
                query.offset = Some(self.expr()?);
                if !self.word("rows") {
                    self.word("row");
                }
            } else if self.word("fetch") {
                self.fetch(query)?;
            } else if self.at_word("for") {
                self.locking(query)?;
            } else {
                self.depth = self.depth.max(depth);
                return Ok(());
            }
            depth = depth.max(self.depth);
        }
    }

    fn fetch(&mut self, query: &mut Query) -> Result<(), Fail> {
        if !self.word("first") && !self.word("next") {
            return Err(self.fail("FIRST"));
        }
        let counted = !self.at_word("row") && !self.at_word("rows");
        query.limit = Some(if counted { self.primary()? } else { Expr::Number("1".to_string()) });
        if !self.word("row") && !self.word("rows") {
            return Err(self.fail("ROWS"));
        }
        if self.at_words(&["with", "ties"]) {
            self.skip();
            self.skip();
            query.with_ties = true;
            return Ok(());
        }
        if self.word("only") { Ok(()) } else { Err(self.fail("ONLY")) }
    }

    fn locking(&mut self, query: &mut Query) -> Result<(), Fail> {
        let strengths: [(&[&str], &str); 4] = [
            (&["for", "update"], "FOR UPDATE"),
            (&["for", "no", "key", "update"], "FOR NO KEY UPDATE"),
            (&["for", "share"], "FOR SHARE"),
            (&["for", "key", "share"], "FOR KEY SHARE"),
        ];
        let Some((words, strength)) = strengths.into_iter().find(|(words, _)| self.at_words(words)) else {
            return Err(self.fail("what to lock for"));
        };
        self.at += words.len();
        let mut relations = Vec::new();
        if self.word("of") {
            relations.push(self.dotted()?);
            while self.punct(",") {
                relations.push(self.dotted()?);
            }
        }
        let wait = if self.word("nowait") {
            " NOWAIT"
        } else if self.at_words(&["skip", "locked"]) {
            self.skip();
            self.skip();
            " SKIP LOCKED"
        } else {
            ""
        };
        query.locking.push((strength, relations, wait));
        Ok(())
    }

    pub(super) fn with(&mut self) -> Result<Option<With>, Fail> {
        self.depth = 0;
        if !self.word("with") {
            return Ok(None);
        }
        let recursive = self.word("recursive");
        let mut ctes = Vec::new();
        let mut depth = 0;
        loop {
            ctes.push(self.cte()?);
            depth = depth.max(self.depth);
            if !self.punct(",") {
                self.depth = depth;
                return Ok(Some(With { recursive, ctes }));
            }
        }
    }

    fn cte(&mut self) -> Result<Cte, Fail> {
        let name = self.any_name()?;
        let columns = self.column_names()?;
        if !self.word("as") {
            return Err(self.fail("AS"));
        }
        let materialized = if self.at_words(&["not", "materialized"]) {
            self.skip();
            self.skip();
            Some(false)
        } else {
            self.word("materialized").then_some(true)
        };
        self.expect("(")?;
        let query = self.query()?;
        self.expect(")")?;
        let depth = self.depth;
        let search = self.search()?;
        let cycle = self.cycle()?;
        self.depth = self.depth.max(depth);
        Ok(Cte { name, columns, materialized, query, search, cycle })
    }

    /// `(a, b)`, if a parenthesis comes next.
    pub(super) fn column_names(&mut self) -> Result<Vec<String>, Fail> {
        if !self.punct("(") {
            return Ok(Vec::new());
        }
        let out = self.bare_names()?;
        self.expect(")")?;
        Ok(out)
    }

    fn bare_names(&mut self) -> Result<Vec<String>, Fail> {
        let mut out = vec![self.any_name()?];
        while self.punct(",") {
            out.push(self.any_name()?);
        }
        Ok(out)
    }

    fn search(&mut self) -> Result<Option<(bool, Vec<String>, String)>, Fail> {
        if !self.word("search") {
            return Ok(None);
        }
        let breadth = self.word("breadth");
        if !breadth {
            self.word("depth");
        }
        if !(self.word("first") && self.word("by")) {
            return Err(self.fail("FIRST BY"));
        }
        let columns = self.bare_names()?;
        if !self.word("set") {
            return Err(self.fail("SET"));
        }
        Ok(Some((breadth, columns, self.any_name()?)))
    }

    fn cycle(&mut self) -> Result<Option<Cycle>, Fail> {
        if !self.word("cycle") {
            return Ok(None);
        }
        let columns = self.bare_names()?;
        if !self.word("set") {
            return Err(self.fail("SET"));
        }
        let mark = self.any_name()?;
        let mut values = None;
        if self.word("to") {
            let cycle = self.expr()?;
            if !self.word("default") {
                return Err(self.fail("DEFAULT"));
            }
            values = Some((cycle, self.expr()?));
        }
        if !self.word("using") {
            return Err(self.fail("USING"));
        }
        Ok(Some(Cycle { columns, mark, values, path: self.any_name()? }))
    }

    /// UNION and EXCEPT bind alike, INTERSECT tighter; all go to the left.
    fn set_operations(&mut self, floor: u8) -> Result<Query, Fail> {
        let mut left = self.query_primary()?;
        loop {
            let (op, power) = match self.text() {
                _ if self.kind() != Kind::Word => return Ok(left),
                "union" => ("UNION", 1),
                "except" => ("EXCEPT", 1),
                "intersect" => ("INTERSECT", 2),
                _ => return Ok(left),
            };
            if power <= floor {
                return Ok(left);
            }
            self.skip();
            let all = self.word("all");
            if !all {
                self.word("distinct");
            }
            let depth = self.depth;
            self.enter()?;
            let right = self.set_operations(power)?;
            self.leave();
            self.deepen(depth)?;
            self.deepen(0)?;
            left = plain(Body::SetOp(op, all, Box::new(left), Box::new(right)));
        }
    }

    fn query_primary(&mut self) -> Result<Query, Fail> {
        if self.punct("(") {
            let query = self.query()?;
            self.expect(")")?;
            return Ok(query);
        }
        if self.word("values") {
            return self.values();
        }
        if self.word("table") {
            let from = self.table_named()?;
            let select = Select {
                targets: vec![(Expr::Star(Vec::new()), None)],
                from: vec![from],
                ..Select::default()
            };
            self.depth = 2;
            return Ok(plain(Body::Select(Box::new(select))));
        }
        if self.word("select") {
            return Ok(plain(Body::Select(Box::new(self.select()?))));
        }
        Err(self.fail("a query"))
    }

    fn values(&mut self) -> Result<Query, Fail> {
        let mut rows = Vec::new();
        let mut depth = 0;
        loop {
            self.expect("(")?;
            rows.push(self.exprs()?);
            depth = depth.max(self.depth);
            self.expect(")")?;
            if !self.punct(",") {
                self.depth = depth;
                return Ok(plain(Body::Values(rows)));
            }
        }
    }
}

fn plain(body: Body) -> Query {
    Query {
        with: None,
        body,
        order_by: Vec::new(),
        limit: None,
        with_ties: false,
        offset: None,
        locking: Vec::new(),
    }
}
