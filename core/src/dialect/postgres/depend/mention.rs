//! Which objects a text names: found on its tokens, so rather too many than too few. What a name stands for is looked up
//! in the schema along the text's own search path.

use crate::collections::BTreeSet;
use crate::dialect::postgres::definition;
use crate::dialect::postgres::lex::{Token, TokenKind, tokens};
use crate::dialect::postgres::parse::cursor::unquote_ident;
use crate::model::{ColumnType, Kind, Object, ObjectId, Schema, SqlText};

/// A name in a text, as far as dots join it, and what follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its parts, unquoted.
    pub parts: Vec<String>,
    /// Whether an opening parenthesis follows.
    pub call: bool,
}

/// The names in a text. String constants that hold a name count too: `nextval('s')`, `'t'::regclass`.
pub fn mentions(text: &str) -> Vec<Mention> {
    let tokens = tokens(text);
    let mut out: Vec<Mention> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token.kind {
            TokenKind::Word | TokenKind::Quoted => {
                let mut parts = vec![part(token, text)];
                while tokens.get(at + 1).is_some_and(|t| t.text(text) == ".")
                    && let Some(next) = tokens.get(at + 2)
                    && matches!(next.kind, TokenKind::Word | TokenKind::Quoted)
                {
                    parts.push(part(next, text));
                    at += 2;
                }
                let call = tokens.get(at + 1).is_some_and(|t| t.text(text) == "(");
                out.push(Mention { parts, call });
            }
            TokenKind::String => out.extend(in_string(token.text(text))),
            TokenKind::Operator => {
                // `OPERATOR(schema.@@)`: the schema was taken for a name of its own.
                let named = at > 0 && tokens.get(at - 1).is_some_and(|t| t.text(text) == ".");
                let mut parts = if named { out.pop().map_or(Vec::new(), |m| m.parts) } else { Vec::new() };
                parts.push(token.text(text).to_owned());
                if named || is_custom(token.text(text)) {
                    out.push(Mention { parts, call: false });
                }
            }
            _ => {}
        }
        at += 1;
    }
    out
}

/// A name inside a short string constant.
fn in_string(quoted: &str) -> Option<Mention> {
    let inside = quoted.strip_prefix('\'')?.strip_suffix('\'')?;
    if inside.is_empty() || inside.len() > 200 || inside.contains(' ') {
        return None;
    }
    let inside = inside.split('(').next().unwrap_or_default();
    let tokens = tokens(inside);
    let parts: Vec<String> = (tokens.iter())
        .filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Quoted))
        .map(|t| part(t, inside))
        .collect();
    (!parts.is_empty() && parts.len() <= 3 && tokens.len() == parts.len() * 2 - 1)
        .then_some(Mention { parts, call: false })
}

fn part(token: &Token, text: &str) -> String {
    unquote_ident(token.text(text))
}

/// Whether an operator may be somebody's own: the everyday ones are never looked up.
fn is_custom(operator: &str) -> bool {
    !matches!(
        operator,
        "=" | "<" | ">" | "<=" | ">=" | "<>" | "!=" | "+" | "-" | "*" | "/" | "::" | "||" | "%"
    )
}

/// All words of a text, unquoted, joined by no dots.
pub fn words(text: &str) -> BTreeSet<String> {
    (tokens(text).iter())
        .filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Quoted))
        .map(|t| part(t, text))
        .collect()
}

/// The objects a text may name: relations with those of their columns that it names, functions, types, sequences,
/// operators, collations. `context` is the relation whose columns it may name bare.
pub fn objects(schema: &Schema, text: &SqlText, context: Option<(&str, &str)>) -> BTreeSet<ObjectId> {
    let mut out = BTreeSet::new();
    let mut relations: BTreeSet<ObjectId> = BTreeSet::new();
    let mut words: BTreeSet<&str> = BTreeSet::new();
    let mentions = mentions(&text.text);
    for mention in &mentions {
        words.extend(mention.parts.iter().map(String::as_str));
        for (namespace, name) in readings(mention, text) {
            resolve(schema, namespace, name, mention.call, &mut out, &mut relations);
        }
    }
    let behind: Vec<ObjectId> = out.iter().flat_map(|id| row_types(schema, id)).collect();
    for id in behind {
        match id.kind {
            Kind::Type => out.insert(id),
            _ => relations.insert(id),
        };
    }
    // What an upsert leaves out is a whole row.
    let conflict = words.contains("conflict");
    let upserts = conflict && words.contains("update");
    let star = text.text.contains('*') || inserts_whole_rows(&text.text) || upserts;
    let by_constraint = conflict && words.contains("constraint");
    for relation in &relations {
        columns(schema, (&relation.schema, &relation.name), &words, star, &mut out);
        if by_constraint {
            let named =
                |name: &str| ObjectId::part(Kind::Constraint, &*relation.schema, &*relation.name, name);
            out.extend(words.iter().map(|name| named(name)).filter(|id| schema.contains(id)));
        }
        out.insert(relation.clone());
    }
    if let Some((namespace, table)) = context {
        // Every whole row names all columns; a bare `*` here is a product.
        let whole = words.contains(table);
        columns(schema, (namespace, table), &words, whole, &mut out);
    }
    let casts = casts(schema, &text.text, &out);
    out.extend(casts);
    out
}

/// The casts that somebody made between types in sight, where a text may use them.
fn casts(schema: &Schema, text: &str, named: &BTreeSet<ObjectId>) -> Vec<ObjectId> {
    let all = schema.objects.range(ObjectId::new(Kind::Cast, "", "")..);
    let mut all = all.take_while(|(id, _)| id.kind == Kind::Cast).peekable();
    if all.peek().is_none() {
        return Vec::new();
    }
    let said = text.contains("::") || text.to_ascii_lowercase().contains("cast");
    let (mut types, mut sources) = (BTreeSet::new(), BTreeSet::new());
    for id in named {
        if let Some(Object::Column(of)) = schema.get(id) {
            types.extend(super::on_type(schema, &of.ty, "").map(|ty| ty.on));
            let plain = ColumnType { modifiers: String::new(), array: false, ..of.ty.clone() };
            sources.insert(definition::ty(&plain));
        } else if id.kind == Kind::Type {
            types.insert(id.clone());
            sources.insert(definition::qualified(&id.schema, &id.name));
        }
    }
    let in_sight = |on: &ObjectId| on.kind == Kind::Function || types.contains(on);
    // Some are used unsaid.
    let used = |id: &ObjectId, object: &Object| match object {
        Object::Definition(of) => {
            (said || of.clauses.contains_key("as"))
                && of.uses.iter().all(in_sight)
                && sources.iter().any(|from| id.name.starts_with(&format!("({from} AS ")))
        }
        _ => false,
    };
    all.filter(|(id, object)| used(id, object)).map(|(id, _)| id.clone()).collect()
}

/// Whether an INSERT names no columns: then it means the first ones, whatever they are called.
fn inserts_whole_rows(text: &str) -> bool {
    let tokens = tokens(text);
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|t| t.text(text).eq_ignore_ascii_case(word));
    (0..tokens.len()).filter(|at| is(*at, "into") && *at > 0 && is(at - 1, "insert")).any(|at| {
        let mut after = at + 2;
        while is(after, ".") {
            after += 2;
        }
        if is(after, "as") {
            after += 2;
        }
        !is(after, "(")
    })
}

/// The types and relations whose rows a function takes or gives: a text that calls it holds on to their columns.
fn row_types(schema: &Schema, id: &ObjectId) -> Vec<ObjectId> {
    let Some(Object::Routine(routine)) = schema.get(id) else { return Vec::new() };
    let types = routine.arguments.iter().map(|argument| &argument.ty).chain(&routine.returns);
    types.filter_map(|ty| super::on_type(schema, ty, "")).map(|on| on.on).collect()
}

/// What a dotted name may stand for: `a.b` is an object of a schema, or a column of one found on the path.
fn readings<'a>(mention: &'a Mention, text: &'a SqlText) -> Vec<(&'a str, &'a str)> {
    let parts: Vec<&str> = mention.parts.iter().map(String::as_str).collect();
    let on_path = |name: &'a str| {
        let path = text.path.iter().map(String::as_str);
        let public = (!text.path.iter().any(|schema| schema == "public")).then_some("public");
        path.chain(public).map(move |schema| (schema, name))
    };
    match parts.as_slice() {
        [name] => on_path(name).collect(),
        [first, second] => {
            let mut out = vec![(*first, *second)];
            if !mention.call {
                out.extend(on_path(first));
            }
            out
        }
        [schema, name, ..] => vec![(*schema, *name)],
        [] => Vec::new(),
    }
}

fn resolve(
    schema: &Schema,
    namespace: &str,
    name: &str,
    call: bool,
    out: &mut BTreeSet<ObjectId>,
    relations: &mut BTreeSet<ObjectId>,
) {
    if let Some(relation) = schema.relation(namespace, name) {
        match relation.kind {
            Kind::Sequence => out.insert(relation),
            _ => relations.insert(relation),
        };
    }
    let kinds: &[Kind] = match call {
        true => &[Kind::Function, Kind::Aggregate, Kind::Type],
        false => &[Kind::Type, Kind::Collation, Kind::Operator, Kind::TextSearchConfiguration],
    };
    for kind in kinds {
        let first = ObjectId::new(*kind, namespace, name);
        out.extend(
            (schema.objects.range(first.clone()..))
                .map(|(id, _)| id)
                .take_while(|id| id.kind == *kind && id.schema == namespace && id.name == name)
                .filter(|id| id.facet.is_itself())
                .cloned(),
        );
    }
}

/// The columns of a relation that are among some words, or all of them. A few words are looked up, for a table may have
/// many columns and as many texts; many words are met on a walk over the columns.
fn named_columns(
    schema: &Schema,
    namespace: &str,
    relation: &str,
    words: &BTreeSet<&str>,
    all: bool,
) -> Vec<ObjectId> {
    const FEW: usize = 16;
    if !all && words.len() <= FEW {
        let ids = words.iter().map(|word| ObjectId::column(namespace, relation, *word));
        return ids.filter(|id| schema.contains(id)).collect();
    }
    (schema.parts(Kind::Column, namespace, relation))
        .map(|(id, _)| id)
        .filter(|id| id.facet.is_itself() && (all || words.contains(id.part.as_str())))
        .cloned()
        .collect()
}

/// The columns of a relation that are named, and those of its parents, which give and take a child's.
fn columns(
    schema: &Schema,
    relation: (&str, &str),
    words: &BTreeSet<&str>,
    all: bool,
    out: &mut BTreeSet<ObjectId>,
) {
    let (mut open, mut seen) = (vec![relation], BTreeSet::new());
    while let Some((namespace, name)) = open.pop() {
        if !seen.insert((namespace, name)) {
            continue;
        }
        out.extend(named_columns(schema, namespace, name, words, all));
        let parents = super::column::parents(schema, namespace, name);
        open.extend(parents.map(|parent| (parent.schema.as_str(), parent.name.as_str())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let check = |text: &str, expected: &str| {
            let got: Vec<_> =
                mentions(text).iter().map(|m| m.parts.join(".") + if m.call { "()" } else { "" }).collect();
            pretty_assertions::assert_eq!(got.join(" "), expected);
        };
        check("app.f(a.\"B\") + nextval('app.s'::regclass)", "app.f() a.B nextval() app.s regclass");
        check("x::mood = 'a b' @@ y", "x mood @@ y");
    }
}
