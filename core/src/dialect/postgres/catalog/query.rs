//! The catalog query: one statement made of the sections beside it in `sql/`, as the server's version wants them.

/// What must hold in the session while the query runs, besides a transaction that is `REPEATABLE READ, READ ONLY`: names
/// are printed with their schemas, constants in the form in which the server reads them back anywhere, nothing is compiled
/// for a query that runs once, and its sorts and hashes fit in memory.
pub const SESSION: &[&str] = &[
    "SET LOCAL search_path = ''",
    "SET LOCAL quote_all_identifiers = off",
    "SET LOCAL DateStyle = ISO",
    "SET LOCAL IntervalStyle = postgres",
    "SET LOCAL extra_float_digits = 3",
    "SET LOCAL bytea_output = hex",
    "SET LOCAL jit = off",
    "SET LOCAL work_mem = '64MB'",
];

const BASE: &str = include_str!("sql/base.sql");
const SERVER: &str = include_str!("sql/server.sql");

macro_rules! sections {
    ($($name:literal),* $(,)?) => { &[$(($name, include_str!(concat!("sql/", $name, ".sql")))),*] };
}

/// The sections; each gives rows of texts, which its file names in its first lines.
const SECTIONS: &[(&str, &str)] = sections![
    "schemas",
    "extensions",
    "types",
    "tables",
    "inherits",
    "columns",
    "not_nulls",
    "checks",
    "keys",
    "foreign_keys",
    "indexes",
    "index_marks",
    "index_statistics",
    "sequences",
    "views",
    "view_columns",
    "policies",
    "default_privileges",
    "comments",
    "security_labels",
    "sizes",
    "unreadable",
];

/// The sections of which the rows are statements.
pub(super) const STATEMENTS: &[(&str, &str)] = sections![
    "ranges",
    "base_types",
    "functions",
    "aggregates",
    "languages",
    "access_methods",
    "collations",
    "conversions",
    "operators",
    "operator_families",
    "operator_classes",
    "casts",
    "transforms",
    "text_search_parsers",
    "text_search_templates",
    "text_search_dictionaries",
    "text_search_configurations",
    "triggers",
    "rules",
    "statistics",
    "foreign_data_wrappers",
    "servers",
    "user_mappings",
    "publications",
    "subscriptions",
    "event_triggers",
];

/// The statement that reads everything there is in a database: one row with one column, a JSON document for
/// [`read`](super::read). It locks nothing but what printing an expression needs for a moment (`ACCESS SHARE`).
/// `server_version_num` is the server's setting of that name, such as `150004`; what older servers lack is left out.
/// Run it with [`SESSION`] in force.
pub fn query(server_version_num: u32) -> String {
    let major = server_version_num / 10_000;
    let sections: Vec<String> = (SECTIONS.iter().chain(STATEMENTS))
        .map(|(name, text)| (name, for_version(text, major)))
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| format!("'{name}', (SELECT json_agg(s.r) FROM (\n{text}) s (r))"))
        .collect();
    format!(
        "{}SELECT json_build_object('format', '{}', 'version', {}, 'server', (\n{}), 'rows', json_build_object(\n{}))::text\n",
        for_version(BASE, major),
        super::FORMAT,
        super::VERSION,
        for_version(SERVER, major),
        sections.join(",\n")
    )
}

/// The query as a script for psql, for a server of a major version.
pub fn script(major: u32) -> String {
    let settings: String = SESSION.iter().map(|setting| format!("{setting};\n")).collect();
    let query = query(major.saturating_mul(10_000));
    format!("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n{settings}{};\nCOMMIT;\n", query.trim_end())
}

/// The lines that a version takes: those marked `--@14` from 14 on, those marked `--@<14` before. Comments go.
fn for_version(text: &str, major: u32) -> String {
    let wanted = |mark: &str| {
        let (before, number) = mark.strip_prefix('<').map_or((false, mark), |number| (true, number));
        number.parse::<u32>().map_or(true, |number| (major < number) == before)
    };
    let mut out = String::new();
    for line in text.lines() {
        let mut parts = line.split("--@");
        let sql = parts.next().unwrap_or_default().trim_end();
        if parts.all(|mark| wanted(mark.trim())) && !sql.trim_start().starts_with("--") && !sql.is_empty() {
            out.push_str(sql);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_taken_by_version() {
        let text = "-- what\na, --@14\nb, --@<14\nc\nd --@14 --@<15";
        assert_eq!(for_version(text, 13), "b,\nc\n");
        assert_eq!(for_version(text, 14), "a,\nc\nd\n");
    }

    #[test]
    fn every_version_has_a_whole_query() {
        for major in 12..=18 {
            let query = query(major * 10_000);
            assert!(!query.contains("--"), "{major}");
            assert_eq!(query.matches('(').count(), query.matches(')').count(), "{major}");
        }
    }
}
