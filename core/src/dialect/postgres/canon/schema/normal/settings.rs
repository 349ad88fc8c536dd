//! Parameters of tables, indexes and views, and settings of functions: one spelling for what means the same.

use crate::dialect::postgres::decimal::Decimal;
use crate::model::Parameters;

/// Brings the values of storage parameters to one spelling: booleans, numbers, letters.
pub(super) fn parameters(parameters: &mut Parameters) {
    let taken = std::mem::take(parameters);
    *parameters =
        taken.into_iter().map(|(name, value)| (name.to_ascii_lowercase(), value_of(&value))).collect();
}

/// A view's options; those that say what is so anyway go.
pub(super) fn view_options(options: &mut Parameters) {
    parameters(options);
    let security = |name: &str| matches!(name, "security_barrier" | "security_invoker");
    let said = std::mem::take(options).into_iter();
    *options = said
        .map(|(name, value)| match value.as_str() {
            "1" if security(&name) => (name, "true".to_owned()),
            _ => (name, value),
        })
        .collect();
    options.retain(|name, value| !(security(name) && (value == "false" || value == "0")));
}

fn value_of(value: &str) -> String {
    let lower = value.trim().trim_matches('\'').to_ascii_lowercase();
    match lower.as_str() {
        "on" | "yes" | "true" | "" => "true".to_owned(),
        "off" | "no" | "false" => "false".to_owned(),
        _ => Decimal::read(&lower).map_or(lower, |number| number.plain()),
    }
}

/// A setting's value as PostgreSQL stores it: lists with a comma and a blank, names quoted only where they must be.
pub(super) fn setting(name: &str, value: &str) -> String {
    match name {
        "search_path" | "temp_tablespaces" | "session_preload_libraries" | "shared_preload_libraries" => {
            let items: Vec<_> = value.split(',').map(|item| list_item(item.trim())).collect();
            items.join(", ")
        }
        _ => value.trim().trim_matches('\'').to_owned(),
    }
}

fn list_item(item: &str) -> String {
    let inner = item.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')).unwrap_or(item);
    let bare = inner.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(inner);
    let plain = !bare.is_empty()
        && bare.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && !bare.starts_with(|c: char| c.is_ascii_digit());
    if plain { bare.to_owned() } else { format!("\"{bare}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_one_spelling() {
        for (written, expected) in
            [("on", "true"), ("FALSE", "false"), ("0.10", "0.1"), ("AUTO", "auto"), ("70", "70")]
        {
            assert_eq!(value_of(written), expected);
        }
    }

    #[test]
    fn lists_have_one_spelling() {
        for (written, expected) in [
            ("app,public", "app, public"),
            ("'app', \"public\"", "app, public"),
            ("\"$user\"", "\"$user\""),
            ("''", "\"\""),
        ] {
            assert_eq!(setting("search_path", written), expected);
        }
    }
}
