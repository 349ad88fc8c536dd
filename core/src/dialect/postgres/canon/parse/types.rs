//! Type names in a token stream.

use super::{Fail, Parser};
use crate::dialect::postgres::canon::lex::Kind;
use crate::dialect::postgres::canon::types::{TypeName, canonical_typmod, settle};

impl Parser<'_, '_> {
    /// A type name with modifiers and array bounds, as `Typename` in PostgreSQL's grammar.
    pub(crate) fn type_name(&mut self) -> Result<TypeName, Fail> {
        let setof = self.word("setof");
        let mut name = self.simple_type()?;
        name.setof = setof;
        self.array_bounds(&mut name)?;
        Ok(settle(name))
    }

    fn array_bounds(&mut self, name: &mut TypeName) -> Result<(), Fail> {
        if self.word("array") {
            name.array = true;
        }
        while self.punct("[") {
            name.array = true;
            if self.kind() == Kind::Number {
                self.skip();
            }
            self.expect("]")?;
        }
        Ok(())
    }

    /// Whether the next word begins a type by a keyword of its own.
    pub(super) fn at_type_keyword(&self) -> bool {
        self.kind() == Kind::Word
            && matches!(
                self.text(),
                "int"
                    | "integer"
                    | "smallint"
                    | "bigint"
                    | "real"
                    | "float"
                    | "double"
                    | "decimal"
                    | "dec"
                    | "numeric"
                    | "boolean"
                    | "bit"
                    | "character"
                    | "char"
                    | "varchar"
                    | "national"
                    | "nchar"
                    | "time"
                    | "timestamp"
                    | "interval"
            )
    }

    fn simple_type(&mut self) -> Result<TypeName, Fail> {
        if self.at_type_keyword() {
            return self.keyword_type();
        }
        let mut names = vec![self.type_part()?];
        while self.punct(".") {
            names.push(self.any_name()?);
        }
        if self.kind() == Kind::Op && self.text() == "%" {
            self.skip();
            if !self.word("type") {
                return Err(self.fail("%TYPE"));
            }
            let mut text = String::new();
            for (i, part) in names.iter().enumerate() {
                if i > 0 {
                    text.push('.');
                }
                crate::dialect::postgres::canon::escapes::push_ident(&mut text, part);
            }
            return Ok(TypeName { name: text, of_column: true, ..TypeName::default() });
        }
        let name = names.pop().unwrap_or_default();
        let schema = names.pop();
        let written = self.modifiers()?;
        let builtin = schema.is_none() || schema.as_deref() == Some("pg_catalog");
        let known = builtin || matches!(name.as_str(), "geometry" | "geography");
        let typmod = canonical_typmod(if known { &name } else { "" }, &written);
        let mut out = TypeName { schema, name, typmod, ..TypeName::default() };
        if builtin && matches!(out.name.as_str(), "timestamp" | "timestamptz" | "time" | "timetz") {
            self.skip_time_zone(&mut out);
        }
        Ok(out)
    }

    /// The first word of a type: any name that is not reserved, or a quoted one.
    fn type_part(&mut self) -> Result<String, Fail> {
        match self.kind() {
            Kind::Word if !matches!(self.category(), Some(b'R' | b'C')) || self.text() == "json" => {
                self.any_name()
            }
            Kind::Quoted => self.any_name(),
            _ => Err(self.fail("a type name")),
        }
    }

    fn modifiers(&mut self) -> Result<Vec<String>, Fail> {
        let mut out = Vec::new();
        if !self.punct("(") {
            return Ok(out);
        }
        loop {
            let sign = if self.kind() == Kind::Op && self.text() == "-" {
                self.skip();
                "-"
            } else {
                ""
            };
            match self.kind() {
                Kind::Number => out.push(format!("{sign}{}", self.text())),
                // A word as a modifier (`geometry(Point)`) keeps its case: its type gives it back in its own.
                Kind::Word | Kind::Quoted | Kind::Str => {
                    out.push(self.written().trim_matches(['\'', '"']).to_string())
                }
                _ => return Err(self.fail("a type modifier")),
            }
            self.skip();
            if !self.punct(",") {
                self.expect(")")?;
                return Ok(out);
            }
        }
    }

    fn keyword_type(&mut self) -> Result<TypeName, Fail> {
        let word = self.any_name()?;
        let plain = |name: &str| Ok(TypeName::named(name));
        match word.as_str() {
            "int" | "integer" => plain("int4"),
            "smallint" => plain("int2"),
            "bigint" => plain("int8"),
            "real" => plain("float4"),
            "boolean" => plain("bool"),
            "double" => {
                if self.word("precision") {
                    plain("float8")
                } else {
                    Err(self.fail("PRECISION"))
                }
            }
            "float" => {
                let digits = self.modifiers()?.first().and_then(|d| d.parse::<u32>().ok());
                plain(if digits.is_some_and(|d| d <= 24) { "float4" } else { "float8" })
            }
            "decimal" | "dec" | "numeric" => {
                let written = self.modifiers()?;
                Ok(TypeName { typmod: canonical_typmod("numeric", &written), ..TypeName::named("numeric") })
            }
            "bit" => {
                let name = if self.word("varying") { "varbit" } else { "bit" };
                self.sized(name)
            }
            "national" => {
                if !self.word("character") && !self.word("char") {
                    return Err(self.fail("CHARACTER"));
                }
                let name = if self.word("varying") { "varchar" } else { "bpchar" };
                self.sized(name)
            }
            "character" | "char" | "nchar" => {
                let name = if self.word("varying") { "varchar" } else { "bpchar" };
                self.sized(name)
            }
            "varchar" => self.sized("varchar"),
            "interval" => self.interval_type(),
            _ => {
                let written = self.modifiers()?;
                let mut out = TypeName::named(&word);
                out.typmod = canonical_typmod(&word, &written);
                self.skip_time_zone(&mut out);
                Ok(out)
            }
        }
    }

    fn sized(&mut self, name: &str) -> Result<TypeName, Fail> {
        let written = self.modifiers()?;
        let mut out = TypeName::named(name);
        out.typmod = canonical_typmod(name, &written);
        if out.typmod.is_none() && matches!(name, "bpchar" | "bit") {
            out.typmod = Some("1".to_string());
        }
        Ok(out)
    }

    fn skip_time_zone(&mut self, name: &mut TypeName) {
        let with = if self.at_words(&["with", "time", "zone"]) {
            true
        } else if self.at_words(&["without", "time", "zone"]) {
            false
        } else {
            return;
        };
        for _ in 0..3 {
            self.skip();
        }
        let base = if name.name.starts_with("timestamp") { "timestamp" } else { "time" };
        name.name = if with { format!("{base}tz") } else { base.to_string() };
    }

    fn interval_type(&mut self) -> Result<TypeName, Fail> {
        let mut out = TypeName::named("interval");
        if let [digits] = self.modifiers()?.as_slice() {
            out.typmod = Some(format!("({digits})"));
            return Ok(out);
        }
        out.typmod = self.interval_fields()?;
        Ok(out)
    }

    /// `YEAR TO MONTH`, `DAY TO SECOND(3)`, ... after `interval` or after its literal.
    pub(super) fn interval_fields(&mut self) -> Result<Option<String>, Fail> {
        let is_field = |w: &str| matches!(w, "year" | "month" | "day" | "hour" | "minute" | "second");
        if self.kind() != Kind::Word || !is_field(self.text()) {
            return Ok(None);
        }
        let mut fields = self.any_name()?;
        if self.kind() == Kind::Word && self.text() == "to" && is_field(self.text_ahead(1)) {
            self.skip();
            fields.push_str(" to ");
            fields.push_str(&self.any_name()?);
        }
        if fields.ends_with("second")
            && let [digits] = self.modifiers()?.as_slice()
        {
            fields.push_str(&format!("({digits})"));
        }
        Ok(Some(fields))
    }
}
