//! Texts written under a search path of their own, made to mean the same under the default one: names of the schema's
//! objects get their schema; where it leans on extensions elsewhere, their schemas stay on its path. What a name stands for is told by where it stands; everything else stays as written.

use super::extension_path;
use super::lex::{Token, TokenKind, tokens};
use super::parse::cursor::unquote_ident;
use super::render::ident;
use crate::collections::BTreeSet;
use crate::model::{Kind, Object, ObjectId, Schema, SqlText};
use crate::pair::Pair;
use std::borrow::Cow;
use std::sync::Arc;

/// Both schemas with all texts under the default search path.
pub(super) fn qualified(pair: Pair<&Schema>) -> Pair<Cow<'_, Schema>> {
    if pair.current == pair.desired {
        return pair.map(Cow::Borrowed);
    }
    let out = pair.map(schema);
    match out.desired {
        // What was equal stays equal, whatever its names stand for on either side.
        Cow::Owned(mut desired) => {
            let mut current = out.current.into_owned();
            for (id, object) in &mut desired.objects {
                if let Some(old) = pair.desired.get(id).filter(|old| *old != object)
                    && pair.current.get(id) == Some(old)
                {
                    current.objects.insert(id.clone(), object.clone());
                }
            }
            Pair::new(Cow::Owned(current), Cow::Owned(desired))
        }
        Cow::Borrowed(_) => out,
    }
}

/// Whether a text reads a relation that an unqualified name of it does not lead to along a search path.
pub(super) fn names_unknown_relation(schema: &Schema, text: &str, path: Vec<String>) -> bool {
    let text = SqlText::new(text, &Arc::new(path));
    let qualifier = Qualifier::new(schema, &text);
    let mut places = vec![Place::default()];
    let mut unknown = false;
    for (at, token) in qualifier.tokens.iter().enumerate() {
        let place = places.last().copied().unwrap_or_default();
        unknown |= place.relation && qualifier.is_unknown(at, token);
        qualifier.advance(at, token, &mut places);
    }
    unknown
}

fn schema(schema: &Schema) -> Cow<'_, Schema> {
    let mut out = Cow::Borrowed(schema);
    for (id, object) in &schema.objects {
        let mut object = object.clone_if_texts();
        let Some(object) = object.as_mut() else { continue };
        let mut changed = false;
        object.for_texts(&mut |text| {
            if text.path.iter().any(|schema| schema != "public") {
                let mut path = vec!["public".to_owned()];
                path.extend(extension_path::leans_on(schema, &text.text, &text.path));
                *text = SqlText::new(Qualifier::new(schema, text).text(), &Arc::new(path));
                changed = true;
            }
        });
        if changed {
            out.to_mut().objects.insert(id.clone(), object.clone());
        }
    }
    out
}

impl Object {
    /// A copy of an object of a kind that may hold texts.
    fn clone_if_texts(&self) -> Option<Object> {
        match self {
            Object::Column(column) if column.generated.is_none() => None,
            Object::Comment(_)
            | Object::Owner(_)
            | Object::Grant(_)
            | Object::Sequence(_)
            | Object::OwnedBy(_) => None,
            object => Some(object.clone()),
        }
    }
}

/// Where in a text a name stands: one for each open parenthesis.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// Inside a FROM clause, where a comma is followed by a relation.
    from: bool,
    /// A relation comes next.
    relation: bool,
    /// Inside the parentheses of `EXTRACT(... FROM ...)` and its like, whose FROM is not a clause.
    function: bool,
    /// Inside `CAST(...)`, where AS is followed by a type.
    cast: bool,
}

struct Qualifier<'a> {
    schema: &'a Schema,
    of: &'a SqlText,
    tokens: Vec<Token>,
    /// Names of common table expressions, which hide relations.
    hidden: BTreeSet<String>,
}

impl<'a> Qualifier<'a> {
    fn new(schema: &'a Schema, of: &'a SqlText) -> Self {
        let mut out = Qualifier { schema, of, tokens: tokens(&of.text), hidden: BTreeSet::new() };
        out.hidden = (0..out.tokens.len()).filter_map(|at| out.common_table(at)).collect();
        out
    }

    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text(&self.of.text))
    }

    fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// `name AS (`, `name AS MATERIALIZED (`, `name (columns) AS (`.
    fn common_table(&self, at: usize) -> Option<String> {
        let token = self.tokens.get(at)?;
        let mut next = at + 1;
        if self.word(next) == "(" {
            while next < self.tokens.len() && self.word(next) != ")" {
                next += 1;
            }
            next += 1;
        }
        let is_name = matches!(token.kind, TokenKind::Word | TokenKind::Quoted);
        let body = ["(", "materialized", "not"].iter().any(|word| self.is(next + 1, word));
        (is_name && self.is(next, "as") && body).then(|| unquote_ident(token.text(&self.of.text)))
    }

    /// The text with its names qualified.
    fn text(&self) -> String {
        let mut out = String::with_capacity(self.of.text.len() + 32);
        let mut copied = 0;
        let mut places = vec![Place::default()];
        for (at, token) in self.tokens.iter().enumerate() {
            let replacement = match token.kind {
                TokenKind::Word | TokenKind::Quoted => {
                    self.name(at, token, places.last().copied().unwrap_or_default())
                }
                TokenKind::String => self.in_string(at),
                _ => None,
            };
            if let Some(replacement) = replacement {
                out += self.of.text.get(copied..token.start as usize).unwrap_or_default();
                out += &replacement;
                copied = token.end as usize;
            }
            self.advance(at, token, &mut places);
        }
        out + self.of.text.get(copied..).unwrap_or_default()
    }

    fn advance(&self, at: usize, token: &Token, places: &mut Vec<Place>) {
        let Some(place) = places.last_mut() else { return places.push(Place::default()) };
        match (token.kind, self.word(at).to_ascii_lowercase().as_str()) {
            (TokenKind::Punct, "(") => {
                let function = ["extract", "substring", "trim", "overlay", "position"]
                    .iter()
                    .any(|name| at > 0 && self.is(at - 1, name));
                let inner = Place {
                    relation: place.relation,
                    from: place.relation,
                    function,
                    cast: at > 0 && self.is(at - 1, "cast"),
                };
                place.relation = false;
                places.push(inner);
            }
            (TokenKind::Punct, ")") => drop(places.pop()),
            (TokenKind::Punct, ",") => place.relation = place.from,
            (TokenKind::Word, "from") => {
                let clause = !place.function && !self.before(at).eq_ignore_ascii_case("distinct");
                (place.from, place.relation) = (clause, clause);
            }
            (TokenKind::Word, "join" | "into" | "update") => place.relation = true,
            (TokenKind::Word, "only" | "lateral") => {}
            (
                TokenKind::Word,
                "where" | "group" | "order" | "having" | "limit" | "union" | "intersect" | "except"
                | "select" | "window" | "returning" | "values" | "set",
            ) => {
                (place.from, place.relation) = (false, false);
            }
            _ => place.relation = false,
        }
    }

    /// The qualified name that should stand for a token, if it is an unqualified name of an object.
    fn name(&self, at: usize, token: &Token, place: Place) -> Option<String> {
        if self.before(at) == "." || self.word(at + 1) == "." {
            return None;
        }
        let name = unquote_ident(token.text(&self.of.text));
        let calls = self.word(at + 1) == "(";
        let is_type = self.before(at) == "::"
            || place.cast && self.before(at).eq_ignore_ascii_case("as")
            || self.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::String);
        let kinds: &[Kind] = match () {
            () if is_type => &[Kind::Type, Kind::Table, Kind::View],
            () if calls => &[Kind::Function, Kind::Aggregate],
            () if place.relation && !self.hidden.contains(&name) => {
                &[Kind::Table, Kind::View, Kind::Sequence]
            }
            () if self.before(at).eq_ignore_ascii_case("collate") => &[Kind::Collation],
            () => return None,
        };
        let home = self.home(kinds, &name)?;
        Some(format!("{}.{}", ident(home), token.text(&self.of.text)))
    }

    /// Whether a name where a relation stands is that of none on the path.
    fn is_unknown(&self, at: usize, token: &Token) -> bool {
        let bare = self.before(at) != "." && self.word(at + 1) != "." && self.word(at + 1) != "(";
        if !bare || !matches!(token.kind, TokenKind::Word | TokenKind::Quoted) {
            return false;
        }
        let name = unquote_ident(token.text(&self.of.text));
        !self.hidden.contains(&name)
            && !self.of.path.iter().any(|schema| self.schema.relation(schema, &name).is_some())
            && !name.starts_with("pg_")
            && !matches!(name.as_str(), "only" | "lateral" | "select" | "values" | "with")
    }

    /// `nextval('s')`, `'t'::regclass`.
    fn in_string(&self, at: usize) -> Option<String> {
        let inside = self.word(at).strip_prefix('\'')?.strip_suffix('\'')?;
        let sequence = at > 1
            && self.word(at - 1) == "("
            && ["nextval", "currval", "setval"].iter().any(|f| self.is(at - 2, f));
        let relation = self.word(at + 1) == "::" && self.is(at + 2, "regclass");
        if !(sequence || relation) || inside.contains(['.', '\'']) {
            return None;
        }
        let home =
            self.home(&[Kind::Table, Kind::View, Kind::Sequence, Kind::Index], &unquote_ident(inside))?;
        Some(format!("'{}.{inside}'", ident(home).replace('\'', "''")))
    }

    /// The schema on the text's path that holds such an object; none if it is one that needs no saying.
    fn home(&self, kinds: &[Kind], name: &str) -> Option<&'a str> {
        let holds = |schema: &&String| kinds.iter().any(|kind| self.holds(*kind, schema, name));
        self.of.path.iter().find(holds).map(String::as_str).filter(|schema| *schema != "public")
    }

    fn holds(&self, kind: Kind, schema: &str, name: &str) -> bool {
        let first = ObjectId::new(kind, schema, name);
        let mut from = self.schema.objects.range(first..);
        from.next().is_some_and(|(id, _)| id.kind == kind && id.schema == schema && id.name == name)
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Object, Schema, SqlText};
    use crate::source::Source;
    use std::sync::Arc;

    fn schema() -> Schema {
        let ddl = "CREATE SCHEMA app; CREATE TABLE app.a (id int); CREATE TABLE app.b (a int); CREATE TYPE app.mood AS ENUM ('x');
            CREATE SEQUENCE app.s; CREATE FUNCTION app.f(int) RETURNS int LANGUAGE sql AS 'select 1'; CREATE TABLE public.p (a int);";
        crate::parse(&[Source::new("x", ddl)]).schema
    }

    fn check(text: &str, expected: &str) {
        let path = Arc::new(vec!["app".to_owned(), "public".to_owned()]);
        let mut schema = schema();
        let id = crate::model::ObjectId::column("app", "a", "id").facet(crate::model::Facet::Default);
        schema.objects.insert(id.clone(), Object::Default(SqlText::new(text, &path)));
        let out = super::schema(&schema).into_owned();
        let Some(Object::Default(got)) = out.get(&id) else { panic!("no text") };
        pretty_assertions::assert_eq!(got.text, expected);
    }

    #[test]
    fn names_get_their_schema_where_they_stand_for_objects() {
        check(
            "SELECT a.id, b FROM a, b LEFT JOIN p ON b.a = p.a",
            "SELECT a.id, b FROM app.a, app.b LEFT JOIN p ON b.a = p.a",
        );
        check(
            "SELECT f(1), 'x'::mood, CAST(b AS mood) FROM (SELECT a FROM b) a",
            "SELECT app.f(1), 'x'::app.mood, CAST(b AS app.mood) FROM (SELECT a FROM app.b) a",
        );
        check("WITH a AS (SELECT 1) SELECT * FROM a", "WITH a AS (SELECT 1) SELECT * FROM a");
        check("nextval('s')", "nextval('app.s')");
        check("extract(year FROM a) IS DISTINCT FROM b", "extract(year FROM a) IS DISTINCT FROM b");
    }
}
