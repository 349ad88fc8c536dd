//! Texts under new names, on their tokens: relations, types, functions, schemas, columns. Which text is whose is `apply`'s
//! business.

use super::apply::Names;
use crate::collections::{BTreeMap, BTreeSet};
use crate::dialect::postgres::lex::{Token, TokenKind, tokens};
use crate::dialect::postgres::parse::cursor::unquote_ident;
use crate::dialect::postgres::render::{ident, literal, name as qualified_name};
use crate::model::*;

/// Words that may follow a relation in FROM and are no alias.
const AFTER_RELATION: &[&str] = &[
    "on",
    "using",
    "where",
    "join",
    "left",
    "right",
    "full",
    "inner",
    "cross",
    "natural",
    "group",
    "order",
    "having",
    "limit",
    "union",
    "intersect",
    "except",
    "window",
    "offset",
    "fetch",
    "for",
    "set",
    "values",
    "tablesample",
    "returning",
    "from",
    "and",
    "or",
];

impl Names<'_> {
    /// Renames in a text what its tokens name: columns by their bare name, relations, types and functions by theirs.
    pub(super) fn rewrite(&self, text: &mut SqlText, columns: &BTreeMap<&str, &str>) {
        let source = text.text.clone();
        let all = tokens(&source);
        let mut out = String::new();
        let mut copied = 0;
        let name = |at: usize| {
            let token = all.get(at)?;
            match token.kind {
                TokenKind::Word | TokenKind::Quoted => Some(unquote_ident(token.text(&source))),
                _ => None,
            }
        };
        let dot = |at: usize| all.get(at).is_some_and(|token| token.text(&source) == ".");
        let (stands_for, own) = self.stands_for(&all, &source);
        let mut done = 0;
        for at in 0..all.len() {
            if at < done {
                continue;
            }
            let token = |at: usize| all.get(at).map_or("", |token| token.text(&source));
            let mut put = |from: usize, to: usize, new: &str| {
                let place = |at: usize| all.get(at).map_or(0..0, |t| t.start as usize..t.end as usize);
                out += source.get(copied..place(from).start).unwrap_or_default();
                out += new;
                copied = place(to).end;
            };
            if all[at].kind == TokenKind::String
                && let Some(new) = self.in_string(&text.path, all[at].text(&source))
            {
                put(at, at, &new);
            }
            let Some(word) = name(at) else { continue };
            let head = at == 0 || !dot(at - 1);
            if head && dot(at + 1) && self.namespace(&word) != word && name(at + 2).is_none() {
                // `OPERATOR(app.=)`.
                put(at, at, &ident(&self.namespace(&word)));
                continue;
            }
            if head
                && dot(at + 1)
                && let Some(second) = name(at + 2)
                && let Some(new) = self.dotted(&word, &second, token(at + 3) == "(")
            {
                // What names everything with its schema may leave `public` out.
                let new = match text.path.is_empty() && word != "public" {
                    true => qualified_name(&new.schema, &new.name),
                    false => format!("{}.{}", ident(&new.schema), ident(&new.name)),
                };
                put(at, at + 2, &new);
                done = at + 3;
                continue;
            }
            let call = token(at + 1) == "(";
            if let Some(new) = own.get(&word).filter(|_| head && dot(at + 1)) {
                put(at, at, &ident(new));
                continue;
            }
            let other = !head && at >= 2 && name(at - 2).is_some_and(|of| !stands_for.contains(&of));
            let new = match columns.get(word.as_str()) {
                Some(new) if !(call || self.keeps_names && other) => Some(ident(new)),
                _ if head => self.word(&text.path, &word, call),
                _ => None,
            };
            if let Some(new) = new {
                put(at, at, &new);
            }
        }
        out += source.get(copied..).unwrap_or_default();
        text.text = out;
        if text.path.iter().any(|schema| self.namespace(schema) != *schema) {
            text.path = SearchPath::new(text.path.iter().map(|schema| self.namespace(schema)).collect());
        }
    }

    /// In a query: by which names the relations of renamed columns go, and which old names of renamed relations stand
    /// before their columns, with the new ones.
    fn stands_for(&self, all: &[Token], source: &str) -> (BTreeSet<String>, BTreeMap<String, String>) {
        let (mut names, mut own) = (BTreeSet::new(), BTreeMap::new());
        if !self.keeps_names {
            return (names, own);
        }
        let word = |at: usize| all.get(at).map_or("", |token| token.text(source));
        let is_name = |at: usize| {
            all.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Quoted))
        };
        let mut aliased = BTreeSet::new();
        for at in (0..all.len()).filter(|at| is_name(*at)) {
            let name = unquote_ident(word(at));
            let renamed = self.tables.get(name.as_str());
            if renamed.is_none() && !self.of_columns.contains(name.as_str()) {
                continue;
            }
            let next = if word(at + 1).eq_ignore_ascii_case("as") { at + 2 } else { at + 1 };
            if is_name(next) && !AFTER_RELATION.iter().any(|w| word(next).eq_ignore_ascii_case(w)) {
                let alias = unquote_ident(word(next));
                if alias == name {
                    aliased.insert(alias.clone());
                }
                names.insert(alias);
            }
            if let Some(new) = renamed.and_then(|all| all.last()).filter(|new| new.name != name) {
                own.insert(name.clone(), new.name.clone());
            }
            names.insert(name);
        }
        own.retain(|name, _| !aliased.contains(name));
        (names, own)
    }

    /// What a name with its schema is called now, if something of it changed.
    fn dotted(&self, schema: &str, name: &str, call: bool) -> Option<QualifiedName> {
        let (mut new_schema, mut new_name) = self.relation(schema, name);
        if call && (new_schema.as_str(), new_name.as_str()) == (schema, name) {
            let mut function = QualifiedName::new(schema, name);
            self.function(&mut function);
            (new_schema, new_name) = (function.schema, function.name);
        }
        ((new_schema.as_str(), new_name.as_str()) != (schema, name))
            .then(|| QualifiedName::new(new_schema, new_name))
    }

    /// A string constant that names a renamed relation, as in `nextval('s')`: the server holds on to the relation.
    fn in_string(&self, path: &[String], quoted: &str) -> Option<String> {
        let inside = quoted.strip_prefix('\'')?.strip_suffix('\'')?;
        let parts: Vec<String> = inside.split('.').map(|part| part.trim_matches('"').to_owned()).collect();
        let (qualifier, name) = match parts.as_slice() {
            [name] => (None, name),
            [schema, name] => (Some(schema.as_str()), name),
            _ => return None,
        };
        let found = match qualifier {
            Some(schema) => self.relations.get(&(schema, name.as_str())),
            None => (path.iter().map(String::as_str).chain(["public"]))
                .find_map(|schema| self.relations.get(&(schema, name.as_str()))),
        };
        if found.is_none()
            && let Some(moved) = self.sequence_moved(path, qualifier, name)
        {
            return Some(literal(&qualified_name(&moved, name)));
        }
        let moved =
            qualifier.map(|schema| self.namespace(schema)).filter(|new| Some(new.as_str()) != qualifier);
        match (found, moved) {
            (Some(new), _) => Some(literal(&qualified_name(&new.schema, &new.name))),
            (None, Some(new)) if self.schema.relation(&new, name).is_some() => {
                Some(literal(&qualified_name(&new, name)))
            }
            _ => None,
        }
    }

    /// The schema to which a sequence has gone along with the table whose column owns it.
    fn sequence_moved(&self, path: &[String], qualifier: Option<&str>, name: &str) -> Option<String> {
        let schemas: Vec<&str> = match qualifier {
            Some(schema) => vec![schema],
            None => path.iter().map(String::as_str).chain(["public"]).collect(),
        };
        schemas.into_iter().find_map(|schema| {
            let owner = ObjectId::new(Kind::Sequence, schema, name).facet(Facet::OwnedBy);
            let Some(Object::OwnedBy(of)) = self.schema.get(&owner) else { return None };
            Some(self.relation(&of.schema, &of.table).0).filter(|home| home != schema)
        })
    }

    /// What a bare word that stands for something renamed is written as now.
    fn word(&self, path: &[String], word: &str, call: bool) -> Option<String> {
        let schemas = path.iter().map(String::as_str).chain(["public"]);
        for schema in schemas {
            let mut new = QualifiedName::new(schema, word);
            match self.relations.get(&(schema, word)) {
                Some(id) => new = QualifiedName::new(&id.schema, &id.name),
                None if call => self.function(&mut new),
                None => {}
            }
            if new.name == word && (new.schema == schema || self.namespace(schema) == new.schema) {
                continue;
            }
            let seen =
                new.schema == "public" || path.contains(&new.schema) || self.namespace(schema) == new.schema;
            return Some(if seen {
                ident(&new.name)
            } else {
                format!("{}.{}", ident(&new.schema), ident(&new.name))
            });
        }
        None
    }
}
