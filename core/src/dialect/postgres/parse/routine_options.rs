//! The options of functions and procedures, in whatever order they come; what PostgreSQL takes for granted is left out.

use super::builder::{Builder, default_path};
use super::cursor::Cursor;
use super::fault::Parse;
use crate::dialect::postgres::canon::escapes::quote_ident;
use crate::dialect::postgres::decimal::Decimal;
use crate::dialect::postgres::lex::TokenKind;
use crate::model::{ColumnType, Parameters, Routine, RoutineBody};

/// What the options say.
#[derive(Clone, Debug, Default)]
pub(super) struct Options {
    language: Option<String>,
    body: Option<RoutineBody>,
    flags: Flags,
    volatility: Option<String>,
    parallel: Option<String>,
    cost: Option<String>,
    rows: Option<String>,
    support: Option<String>,
    settings: Parameters,
    transforms: Vec<ColumnType>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Flags {
    window: bool,
    leakproof: bool,
    strict: bool,
    security_definer: bool,
}

impl Options {
    /// Those a routine has, for an ALTER to change.
    pub(super) fn of(routine: &Routine) -> Self {
        Options {
            language: Some(routine.language.clone()),
            body: Some(routine.body.clone()),
            flags: Flags {
                window: routine.window,
                leakproof: routine.leakproof,
                strict: routine.strict,
                security_definer: routine.security_definer,
            },
            volatility: Some(routine.volatility.clone()),
            parallel: Some(routine.parallel.clone()),
            cost: routine.cost.clone(),
            rows: routine.rows.clone(),
            support: routine.support.clone(),
            settings: routine.settings.clone(),
            transforms: routine.transforms.clone(),
        }
    }

    /// Reads one option.
    pub(super) fn read(&mut self, cursor: &mut Cursor<'_>, builder: &Builder) -> Parse {
        if self.flag(cursor) {
            return Ok(());
        }
        const OTHERS: &[&str] = &[
            "language",
            "transform",
            "parallel",
            "cost",
            "rows",
            "support",
            "set",
            "reset",
            "as",
            "return",
            "begin atomic",
            "with",
        ];
        let start = cursor.position();
        let Some(option) = cursor.eat_any(OTHERS) else {
            return Err(cursor.expected("an option of the function"));
        };
        match option {
            "language" => self.language = Some(word_or_string(cursor)?.to_ascii_lowercase()),
            "transform" => {
                self.transforms = cursor.commas(|cursor| {
                    cursor.expect("for type")?;
                    builder.parse_argument_type(cursor)
                })?
            }
            "parallel" => self.parallel = Some(cursor.ident()?),
            "cost" => self.cost = Some(number(cursor)?),
            "rows" => self.rows = Some(number(cursor)?),
            "support" => {
                let name = builder.function_name(&cursor.name()?)?;
                self.support = Some(match name.schema.is_empty() {
                    true => name.name,
                    false => format!("{}.{}", name.schema, name.name),
                });
            }
            "set" => set(cursor, builder, &mut self.settings)?,
            "reset" if cursor.eat("all") => self.settings.clear(),
            "reset" => {
                let name = setting_name(cursor)?;
                self.settings.remove(&name);
            }
            "as" => self.body = Some(body(cursor)?),
            // WITH (isStrict, isCachable): before PostgreSQL 11.
            "with" => {
                let words = cursor.ident_list()?;
                self.flags.strict |= words.iter().any(|word| word == "isstrict");
                if words.iter().any(|word| word == "iscachable") {
                    self.volatility = Some("immutable".into());
                }
            }
            _ => {
                cursor.rest();
                self.body = Some(RoutineBody::Sql(builder.sql(cursor.text_from(start))));
            }
        }
        Ok(())
    }

    /// The options that are words alone.
    fn flag(&mut self, cursor: &mut Cursor<'_>) -> bool {
        const WORDS: &[&str] = &[
            "immutable",
            "stable",
            "volatile",
            "window",
            "not leakproof",
            "leakproof",
            "strict",
            "returns null on null input",
            "called on null input",
            "security definer",
            "security invoker",
            "external security definer",
            "external security invoker",
        ];
        let Some(word) = cursor.eat_any(WORDS) else { return false };
        match word {
            "window" => self.flags.window = true,
            "leakproof" | "not leakproof" => self.flags.leakproof = word == "leakproof",
            "strict" | "returns null on null input" => self.flags.strict = true,
            "called on null input" => self.flags.strict = false,
            "immutable" | "stable" | "volatile" => self.volatility = Some(word.into()),
            _ => self.flags.security_definer = word.ends_with("definer"),
        }
        true
    }

    /// Puts them into the routine, with what PostgreSQL takes where nobody says.
    pub(super) fn settle(self, routine: &mut Routine, name: &str) {
        routine.body = self.body.unwrap_or_default();
        let sql_body = matches!(routine.body, RoutineBody::Sql(_));
        routine.language =
            self.language.unwrap_or_else(|| if sql_body { "sql".into() } else { String::new() });
        let compiled = matches!(routine.language.as_str(), "c" | "internal");
        if let (RoutineBody::Text(file), "c") = (&routine.body, routine.language.as_str()) {
            routine.body = RoutineBody::Library(file.clone(), name.to_owned());
        }
        routine.window = self.flags.window;
        routine.leakproof = self.flags.leakproof;
        routine.strict = self.flags.strict;
        routine.security_definer = self.flags.security_definer;
        routine.volatility = self.volatility.unwrap_or_else(|| "volatile".into());
        routine.parallel = self.parallel.unwrap_or_else(|| "unsafe".into());
        routine.cost = self.cost.filter(|cost| cost != if compiled { "1" } else { "100" });
        routine.rows = self.rows.filter(|rows| rows != if routine.returns_set { "1000" } else { "0" });
        routine.support = self.support;
        routine.settings = self.settings;
        routine.transforms = self.transforms;
    }
}

fn word_or_string(cursor: &mut Cursor<'_>) -> Parse<String> {
    if cursor.at_string() { cursor.string() } else { cursor.ident() }
}

/// A number as PostgreSQL prints a `float4`: `100`, `0.5`.
fn number(cursor: &mut Cursor<'_>) -> Parse<String> {
    let text = match cursor.token() {
        Some(token) if token.kind == TokenKind::Number => token.text(cursor.text).replace('_', ""),
        _ => return Err(cursor.expected("a number")),
    };
    cursor.bump();
    Ok(Decimal::read(&text).map_or(text, |number| number.plain()))
}

fn body(cursor: &mut Cursor<'_>) -> Parse<RoutineBody> {
    let first = cursor.string()?;
    if cursor.eat_punct(",") {
        return Ok(RoutineBody::Library(first, cursor.string()?));
    }
    Ok(RoutineBody::Text(first))
}

/// `a.b` and `a`, folded: PostgreSQL tells no case apart here.
fn setting_name(cursor: &mut Cursor<'_>) -> Parse<String> {
    if cursor.eat("time zone") {
        return Ok("timezone".into());
    }
    Ok(cursor.dotted()?.join(".").to_ascii_lowercase())
}

/// The search path of a session in which nobody said another.
const UNSAID_PATH: &str = "\"$user\", public";

/// `SET name TO value`, `= value`, `FROM CURRENT`. `DEFAULT` takes the setting away.
fn set(cursor: &mut Cursor<'_>, builder: &Builder, settings: &mut Parameters) -> Parse {
    let zone = cursor.at_kws("time zone");
    let name = setting_name(cursor)?;
    if cursor.eat("from current") {
        // Of the settings in force only the search path is known here.
        if name != "search_path" {
            return Err(cursor.unexpected("what is in force when this runs is not known: say the value"));
        }
        let value =
            if builder.path == default_path() { UNSAID_PATH.to_owned() } else { quoted_list(&builder.path) };
        settings.insert(name, value);
        return Ok(());
    }
    if !zone && !cursor.eat_punct("=") {
        cursor.expect("to")?;
    }
    if cursor.eat("default") {
        settings.remove(&name);
        return Ok(());
    }
    let values = cursor.commas(setting_value)?;
    let value = if is_list(&name) { quoted_list(&values) } else { values.join(", ") };
    settings.insert(name, value);
    Ok(())
}

fn setting_value(cursor: &mut Cursor<'_>) -> Parse<String> {
    match cursor.token() {
        Some(token) if token.kind == TokenKind::Word => cursor.ident(),
        _ => cursor.option_value(),
    }
}

/// The settings that PostgreSQL keeps as lists of quoted names (`GUC_LIST_QUOTE`).
pub fn is_list(name: &str) -> bool {
    matches!(
        name,
        "search_path"
            | "temp_tablespaces"
            | "local_preload_libraries"
            | "session_preload_libraries"
            | "shared_preload_libraries"
            | "unix_socket_directories"
    )
}

/// A list as PostgreSQL stores it: `a, "$user", ""`.
fn quoted_list(values: &[String]) -> String {
    values.iter().map(|value| quote_ident(value)).collect::<Vec<_>>().join(", ")
}
