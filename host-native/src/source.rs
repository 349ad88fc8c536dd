//! Where sources come from: files, folders, standard input, revisions, databases. What their text means lives in the core.

use crate::failure::Failure;
use crate::postgres::{catalog, connect, connect::secret::Secret};
use crate::{folder, git, includes};
use schemasync_core::source::Source;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Where a source is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Standard input.
    Stdin,
    /// A file or a folder.
    Path(PathBuf),
    /// A file or a folder in a revision of the repository we stand in.
    Git {
        /// The revision.
        revision: String,
        /// The path, from where we stand.
        path: String,
    },
    /// A live PostgreSQL database: its URL, or nothing for the one that the environment names.
    Database(Option<Secret>),
}

/// The texts found in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Texts {
    /// DDL.
    Ddl(Vec<Source>),
    /// One JSON document.
    Json(Source),
}

impl Place {
    /// The place that an argument names.
    pub fn new(argument: &str) -> Result<Self, Failure> {
        if argument == "-" {
            return Ok(Place::Stdin);
        }
        if let Some(rest) = argument.strip_prefix("git:") {
            return match rest.split_once(':') {
                Some((revision, path)) if !revision.is_empty() => {
                    Ok(Place::Git { revision: revision.into(), path: path.into() })
                }
                _ => Err(Failure::new(format!("`{argument}` names no revision and path"))
                    .help("write git:REVISION:PATH, as git:main:db/schema.sql")),
            };
        }
        if matches!(argument, "postgres:" | "postgres://" | "postgresql:" | "postgresql://") {
            return Ok(Place::Database(None));
        }
        if argument.starts_with("postgres:") || argument.starts_with("postgresql:") {
            return Ok(Place::Database(Some(Secret::new(argument))));
        }
        match connect::other_provider(argument) {
            Some(provider) => Err(connect::unsupported(provider).into()),
            None => Ok(Place::Path(argument.into())),
        }
    }

    /// Reads everything there. `tell` takes what should be said meanwhile, a line a time.
    pub fn read(&self, tell: &mut dyn FnMut(&str)) -> Result<Texts, Failure> {
        match self {
            Place::Stdin => {
                let mut bytes = Vec::new();
                (std::io::stdin().lock().read_to_end(&mut bytes))
                    .map_err(|e| Failure::new(format!("cannot read standard input: {}", reason(&e))))?;
                let source = Source::new("<stdin>", text("standard input", bytes)?);
                Texts::of(source).follow(&[PathBuf::new()], &open)
            }
            Place::Path(path) => read_path(path),
            Place::Git { revision, path } => git::read(revision, path),
            Place::Database(url) => catalog::source(url.as_ref().map(Secret::expose), tell).map(Texts::Json),
        }
    }
}

impl Texts {
    /// DDL with the files that it reads in; `paths` are those of its sources.
    pub fn follow(self, paths: &[PathBuf], open: includes::Open<'_>) -> Result<Self, Failure> {
        match self {
            Texts::Ddl(sources) => includes::follow(sources, paths, open).map(Texts::Ddl),
            json => Ok(json),
        }
    }

    /// One text, JSON by its first character: no DDL begins with a brace.
    pub fn of(source: Source) -> Self {
        match source.text.trim_start().starts_with('{') {
            true => Texts::Json(source),
            false => Texts::Ddl(vec![source]),
        }
    }
}

fn read_path(path: &Path) -> Result<Texts, Failure> {
    let shown = path.display();
    let meta = std::fs::metadata(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => Failure::new(format!("there is no file or folder `{shown}`")),
        _ => Failure::new(format!("cannot read `{shown}`: {}", reason(&e))),
    })?;
    match meta.is_dir() {
        true => {
            let sources = folder::read(path)?;
            let paths: Vec<_> =
                sources.iter().map(|source| includes::tidy(Path::new(&source.name))).collect();
            Texts::Ddl(sources).follow(&paths, &open)
        }
        false => Texts::of(read_file(path)?).follow(&[includes::tidy(path)], &open),
    }
}

/// A file that another one reads in, if it is there.
fn open(path: &Path) -> Result<Option<Source>, Failure> {
    if path.is_file() { read_file(path).map(Some) } else { Ok(None) }
}

/// Reads one file.
pub fn read_file(path: &Path) -> Result<Source, Failure> {
    let name = path.display().to_string();
    let bytes =
        std::fs::read(path).map_err(|e| Failure::new(format!("cannot read `{name}`: {}", reason(&e))))?;
    let text = text(&format!("`{name}`"), bytes)?;
    Ok(Source::new(name, text))
}

/// Text from bytes: UTF-8, with or without a byte order mark.
pub fn text(name: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    let (refused, help) = match bytes.as_slice() {
        [0x50, 0x47, 0x44, 0x4d, 0x50, ..] => (
            "is a pg_dump archive, not SQL",
            "turn it into SQL with pg_restore --schema-only --file=schema.sql",
        ),
        [0x1f, 0x8b, ..] => ("is compressed with gzip, not SQL", "unpack it with gunzip first"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            ("is UTF-16 text; only UTF-8 is read", "convert it with iconv -f UTF-16 -t UTF-8")
        }
        _ if bytes.contains(&0) => ("is a binary file, not SQL", "name a file of SQL statements"),
        _ if u32::try_from(bytes.len()).is_err() => ("is larger than 4 GB", "leave the data out of it"),
        _ => return utf8(name, bytes),
    };
    Err(Failure::new(format!("{name} {refused}")).help(help))
}

fn utf8(name: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err(e) => {
            let good = e.as_bytes().get(..e.utf8_error().valid_up_to()).unwrap_or_default();
            let line = good.iter().filter(|b| **b == b'\n').count() + 1;
            let byte = e.as_bytes().get(good.len()).copied().unwrap_or_default();
            Err(Failure::new(format!("{name} is not UTF-8 text: byte 0x{byte:02X} on line {line}"))
                .help("convert it first, as with iconv -f LATIN1 -t UTF-8"))
        }
    }
}

/// An I/O error in plain words, without the number.
pub fn reason(error: &std::io::Error) -> String {
    let said = error.to_string();
    match said.split_once(" (os error") {
        Some((words, _)) => words.to_lowercase(),
        None => said,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Result<&str, &str>) {
        let got = text("x.sql", bytes.to_vec()).map_err(|e| e.message);
        assert_eq!(got.as_deref().map_err(String::as_str), expected);
    }

    #[test]
    fn texts_are_utf8() {
        check(b"create", Ok("create"));
        check(b"\xef\xbb\xbfcreate", Ok("create"));
        check(b"\xff\xfec\0", Err("x.sql is UTF-16 text; only UTF-8 is read"));
        check(b"PGDMP\x01", Err("x.sql is a pg_dump archive, not SQL"));
        check(b"\x1f\x8b\x08", Err("x.sql is compressed with gzip, not SQL"));
        check(b"\x7fELF\0", Err("x.sql is a binary file, not SQL"));
        check(b"a\nb\xe9", Err("x.sql is not UTF-8 text: byte 0xE9 on line 2"));
    }

    #[track_caller]
    fn place(argument: &str, expected: Result<Place, &str>) {
        let got = Place::new(argument).map_err(|e| e.message);
        assert_eq!(got.as_ref().map_err(String::as_str), expected.as_ref().map_err(|e| *e));
    }

    #[test]
    fn places() {
        place("-", Ok(Place::Stdin));
        place("a/b.sql", Ok(Place::Path("a/b.sql".into())));
        place("git:HEAD~1:db", Ok(Place::Git { revision: "HEAD~1".into(), path: "db".into() }));
        place("git:main", Err("`git:main` names no revision and path"));
        let url = "postgres://me:secret@host/db";
        place(url, Ok(Place::Database(Some(Secret::new(url)))));
        assert!(!format!("{:?}", Place::new(url)).contains("secret"));
        place("postgres:", Ok(Place::Database(None)));
        place("mysql://host/db", Err("MySQL is not supported: Schema Sync works with PostgreSQL"));
    }
}
