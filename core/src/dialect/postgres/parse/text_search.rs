//! Text search parsers, templates, dictionaries and configurations.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::names::Name;
use super::rare::{self, Draft};
use super::statement::Readers;
use crate::dialect::postgres::definition::literal;
use crate::model::{Kind, Object, ObjectId};

pub(super) const READERS: Readers = &[
    ("create text search parser", parser),
    ("create text search template", template),
    ("create text search dictionary", dictionary),
    ("alter text search dictionary", alter_dictionary),
    ("create text search configuration", configuration),
    ("alter text search configuration", alter_configuration),
];

/// The languages that PostgreSQL brings a configuration and a dictionary for.
const LANGUAGES: &[&str] = &[
    "arabic",
    "armenian",
    "basque",
    "catalan",
    "danish",
    "dutch",
    "english",
    "estonian",
    "finnish",
    "french",
    "german",
    "greek",
    "hindi",
    "hungarian",
    "indonesian",
    "irish",
    "italian",
    "lithuanian",
    "nepali",
    "norwegian",
    "portuguese",
    "romanian",
    "russian",
    "serbian",
    "spanish",
    "swedish",
    "tamil",
    "turkish",
    "yiddish",
];

fn functions(cursor: &mut Cursor<'_>, builder: &mut Builder, kind: Kind) -> Parse {
    let name = cursor.name()?;
    let mut draft = Draft::default();
    rare::settings(cursor, |cursor, key| draft.set_function(&key.to_uppercase(), cursor, builder))?;
    cursor.expect_end()?;
    draft.add(builder, ObjectId::new(kind, builder.creation_schema(&name), &name.name), name.span)
}

fn parser(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    functions(cursor, builder, Kind::TextSearchParser)
}

fn template(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    functions(cursor, builder, Kind::TextSearchTemplate)
}

fn dictionary(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let name = cursor.name()?;
    let mut draft = Draft::default();
    rare::settings(cursor, |cursor, key| {
        if key != "template" {
            return set_option(&mut draft, cursor, key);
        }
        let template = cursor.name()?;
        let known = ["simple", "synonym", "ispell", "thesaurus", "snowball"];
        let value = draft.reference(
            Kind::TextSearchTemplate,
            &template,
            builder,
            known.contains(&template.name.as_str()),
        )?;
        draft.set("TEMPLATE", value);
        Ok(())
    })?;
    cursor.expect_end()?;
    let id = ObjectId::new(Kind::TextSearchDictionary, builder.creation_schema(&name), &name.name);
    draft.add(builder, id, name.span)
}

/// An option of a dictionary; a name alone takes it away.
fn set_option(draft: &mut Draft, cursor: &mut Cursor<'_>, key: &str) -> Parse {
    let key = format!("option {key}");
    if cursor.at_punct(",") || cursor.at_punct(")") {
        draft.clauses.remove(&key);
        return Ok(());
    }
    // Numbers and words are strings to the server.
    let value = cursor.option_value()?;
    draft.set(&key, literal(&value));
    Ok(())
}

fn alter_dictionary(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let id = builder.need(Kind::TextSearchDictionary, &cursor.name()?)?;
    let mut draft = rare::draft(builder, &id);
    rare::settings(cursor, |cursor, key| set_option(&mut draft, cursor, key))?;
    cursor.expect_end()?;
    draft.replace(builder, id);
    Ok(())
}

fn configuration(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let name = cursor.name()?;
    let mut draft = Draft::default();
    rare::settings(cursor, |cursor, key| match key {
        "copy" => copy(&mut draft, &cursor.name()?, builder),
        _ => {
            let parser = cursor.name()?;
            let value =
                draft.reference(Kind::TextSearchParser, &parser, builder, parser.name == "default")?;
            draft.set("PARSER", value);
            Ok(())
        }
    })?;
    cursor.expect_end()?;
    let id = ObjectId::new(Kind::TextSearchConfiguration, builder.creation_schema(&name), &name.name);
    draft.add(builder, id, name.span)
}

/// A copy has the parser and mappings of the original at that time.
fn copy(draft: &mut Draft, original: &Name, builder: &Builder) -> Parse {
    if let Some(id) = builder.find(Kind::TextSearchConfiguration, original) {
        if let Some(Object::Definition(found)) = builder.schema.get(&id) {
            draft.clauses.extend(found.clauses.clone());
            draft.uses.extend(found.uses.clone());
        }
        return Ok(());
    }
    let built_in = original.name == "simple" || LANGUAGES.contains(&original.name.as_str());
    if !built_in || !matches!(original.schema.as_deref(), None | Some("pg_catalog")) {
        return builder.need(Kind::TextSearchConfiguration, original).map(drop);
    }
    draft.set("PARSER", "\"default\"");
    for token in ["email", "file", "float", "host", "int", "numhword", "numword", "sfloat", "uint", "url"] {
        draft.set(&format!("mapping {token}"), "simple");
    }
    for token in ["hword_numpart", "url_path", "version"] {
        draft.set(&format!("mapping {token}"), "simple");
    }
    let stem = match original.name.as_str() {
        "simple" => "simple".to_owned(),
        language => format!("{language}_stem"),
    };
    // Words in Latin letters among those of another script are taken for English.
    let latin = match original.name.as_str() {
        "hindi" | "russian" => "english_stem".to_owned(),
        _ => stem.clone(),
    };
    for token in ["hword", "hword_part", "word"] {
        draft.set(&format!("mapping {token}"), stem.clone());
    }
    for token in ["asciihword", "asciiword", "hword_asciipart"] {
        draft.set(&format!("mapping {token}"), latin.clone());
    }
    Ok(())
}

fn is_built_in(dictionary: &str) -> bool {
    dictionary == "simple"
        || dictionary.strip_suffix("_stem").is_some_and(|language| LANGUAGES.contains(&language))
}

fn dictionary_name(draft: &mut Draft, cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<String> {
    let name = cursor.name()?;
    draft.reference(Kind::TextSearchDictionary, &name, builder, is_built_in(&name.name))
}

fn alter_configuration(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let id = builder.need(Kind::TextSearchConfiguration, &cursor.name()?)?;
    let mut draft = rare::draft(builder, &id);
    let verb = cursor.eat_any(&["add mapping", "alter mapping", "drop mapping"]);
    let Some(verb) = verb else { return Err(cursor.expected("ADD, ALTER or DROP MAPPING")) };
    cursor.eat("if exists");
    let tokens = match cursor.eat("for") {
        true => cursor.commas(|cursor| if cursor.at_string() { cursor.string() } else { cursor.ident() })?,
        false => Vec::new(),
    };
    if verb == "drop mapping" {
        for token in tokens {
            draft.clauses.remove(&format!("mapping {token}"));
        }
    } else if cursor.eat("replace") {
        let old = dictionary_name(&mut draft, cursor, builder)?;
        cursor.expect("with")?;
        let new = dictionary_name(&mut draft, cursor, builder)?;
        for (name, value) in &mut draft.clauses {
            let Some(token) = name.strip_prefix("mapping ") else { continue };
            if tokens.is_empty() || tokens.iter().any(|wanted| wanted == token) {
                let swap = |name: &str| if name == old { new.clone() } else { name.to_owned() };
                *value = value.split(", ").map(swap).collect::<Vec<_>>().join(", ");
            }
        }
    } else {
        cursor.expect("with")?;
        let dictionaries = cursor.commas(|cursor| dictionary_name(&mut draft, cursor, builder))?;
        for token in tokens {
            draft.set(&format!("mapping {token}"), dictionaries.join(", "));
        }
    }
    cursor.expect_end()?;
    draft.replace(builder, id);
    Ok(())
}
