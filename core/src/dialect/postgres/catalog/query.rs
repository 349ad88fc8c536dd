//! The catalog query: one statement made of the sections beside it in `sql/`, as the server's version wants them.

/// What must hold in the session while the query runs, besides a transaction that is `REPEATABLE READ, READ ONLY`: names
/// are printed with their schemas, constants in the form in which the server reads them back anywhere, nothing is compiled
/// for a query that runs once.
pub const SESSION: &[&str] = &[
    "SET LOCAL search_path = ''",
    "SET LOCAL quote_all_identifiers = off",
    "SET LOCAL DateStyle = ISO",
    "SET LOCAL IntervalStyle = postgres",
    "SET LOCAL extra_float_digits = 3",
    "SET LOCAL bytea_output = hex",
    "SET LOCAL jit = off",
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
    "comments",
    "sizes",
];

/// The statement that reads everything there is in a database: one row with one column, a JSON document for
/// [`read`](super::read). It locks nothing but what printing an expression needs for a moment (`ACCESS SHARE`).
/// `server_version_num` is the server's setting of that name, such as `150004`; what older servers lack is left out.
/// Run it with [`SESSION`] in force.
pub fn query(server_version_num: u32) -> String {
    let major = server_version_num / 10_000;
    let sections: Vec<String> = (SECTIONS.iter())
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

/// The lines that a version takes: those marked `--@14` from 14 on, those marked `--@<14` before. Comments go.
fn for_version(text: &str, major: u32) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let (sql, mark) = line.split_once("--@").unwrap_or((line, ""));
        let (before, number) = match mark.trim().strip_prefix('<') {
            Some(number) => (true, number),
            None => (false, mark.trim()),
        };
        let wanted = number.parse::<u32>().map_or(true, |number| (major < number) == before);
        if wanted && !sql.trim_start().starts_with("--") && !sql.trim().is_empty() {
            out.push_str(sql.trim_end());
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
        let text = "-- what\na, --@14\nb, --@<14\nc";
        assert_eq!(for_version(text, 13), "b,\nc\n");
        assert_eq!(for_version(text, 14), "a,\nc\n");
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
