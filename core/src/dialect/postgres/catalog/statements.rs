//! Kinds that are read as statements: what the server prints whole (functions, triggers, rules), and the rare kinds, whose
//! statements the query puts together as pg_dump does.

use super::query::STATEMENTS;
use super::reader::Reader;
use crate::dialect::postgres::lex::{Token, tokens};
use crate::dialect::postgres::parse::cursor::Cursor;
use crate::dialect::postgres::parse::fault::Fault;
use crate::dialect::postgres::parse::printed;
use crate::model::ObjectId;

/// An object of which statements speak.
struct Named<'a> {
    catalog: &'a str,
    oid: u32,
    name: &'a str,
    owner: &'a str,
    acl: Option<&'a str>,
}

/// A statement with its tokens.
struct Statement<'a> {
    text: &'a str,
    tokens: Vec<Token>,
}

impl<'a> Reader<'a> {
    pub(super) fn statements(&mut self) {
        let (mut named, mut statements) = (Vec::new(), Vec::new());
        for (section, _) in STATEMENTS {
            for mut row in self.rows(section) {
                named.push(Named {
                    catalog: row.text(),
                    oid: row.number(),
                    name: row.text(),
                    owner: row.text(),
                    acl: row.opt(),
                });
                let texts = row.texts().map(|text| text.trim_end().trim_end_matches(';'));
                statements.extend(texts.map(|text| Statement { text, tokens: tokens(text) }));
            }
        }
        self.take(statements);
        for object in named.iter().filter(|object| !object.name.is_empty()) {
            // Without it the statement was not understood, which is told already.
            let Some(id) = self.named(object.name) else { continue };
            self.places.insert((object.catalog, object.oid), id.clone());
            self.label(&id, object.owner, object.acl);
        }
    }

    fn named(&mut self, name: &str) -> Option<ObjectId> {
        let tokens = tokens(name);
        printed::reference(&mut Cursor::new(name, 0, &tokens), &mut self.builder).ok()
    }

    /// Takes in statements in an order that serves them: what names others waits for them as long as that gets anywhere.
    fn take(&mut self, mut statements: Vec<Statement<'a>>) {
        self.builder.lenient = false;
        while !statements.is_empty() {
            let before = statements.len();
            statements.retain(|statement| !self.takes(statement));
            if statements.len() == before {
                // The rest names what is built in or an extension's.
                if self.builder.lenient {
                    break;
                }
                self.builder.lenient = true;
            }
        }
        self.builder.lenient = true;
        for Statement { text, tokens } in statements {
            if let Err(fault) = printed::statement(&mut Cursor::new(text, 0, &tokens), &mut self.builder) {
                self.fault(&format!("`{text}`"), fault);
            }
        }
    }

    /// Takes in a statement; `false` if it names what is not there yet.
    fn takes(&mut self, statement: &Statement<'a>) -> bool {
        let mut cursor = Cursor::new(statement.text, 0, &statement.tokens);
        match printed::statement(&mut cursor, &mut self.builder) {
            Ok(()) => true,
            Err(Fault::Missing(_)) => false,
            Err(fault) => {
                self.fault(&format!("`{}`", statement.text), fault);
                true
            }
        }
    }
}
