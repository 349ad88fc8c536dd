//! Files that files read in: psql's `\\i` and `\\ir`. A file is cut where it reads in another, whose text goes there; it
//! keeps its name and its places. Which lines are such commands is the core's to say.

use crate::failure::Failure;
use schemasync_core::meta::{Include, includes, only};
use schemasync_core::source::Source;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

/// Reads a file at a path, if there is one.
pub type Open<'o> = &'o dyn Fn(&Path) -> Result<Option<Source>, Failure>;

/// Puts what files read in where they read it. `paths` are those of the sources; a file that another one reads in does
/// not stand by itself as well.
pub fn follow(sources: Vec<Source>, paths: &[PathBuf], open: Open<'_>) -> Result<Vec<Source>, Failure> {
    let all: Vec<_> = sources.iter().map(|source| includes(&source.text)).collect();
    if all.iter().all(Vec::is_empty) {
        return Ok(sources);
    }
    let mut inside = BTreeSet::new();
    for (path, found) in paths.iter().zip(&all) {
        for include in found {
            inside.extend(candidates(path, include).into_iter().filter(|path| paths.contains(path)));
        }
    }
    let mut out = Vec::new();
    let mut chain = Vec::new();
    for (source, path) in sources.into_iter().zip(paths) {
        if !inside.contains(path) || all.len() == 1 {
            expand(source, path, open, &mut chain, &mut out)?;
        }
    }
    match out.is_empty() {
        true => Err(Failure::new("these files read in one another in a ring, so none comes first")),
        false => Ok(out),
    }
}

fn expand(
    source: Source,
    path: &Path,
    open: Open<'_>,
    chain: &mut Vec<PathBuf>,
    out: &mut Vec<Source>,
) -> Result<(), Failure> {
    let found = includes(&source.text);
    if found.is_empty() {
        out.push(source);
        return Ok(());
    }
    chain.push(path.to_owned());
    let mut continues = source.continues;
    let mut start = 0;
    for include in &found {
        push(&source, start, include.start, &mut continues, out);
        let (inner, inner_path) = read(&source, path, include, open)?;
        if chain.contains(&inner_path) {
            return Err(at(
                &source,
                include,
                &format!("the file `{}` reads in itself", inner_path.display()),
            ));
        }
        expand(Source { continues, ..inner }, &inner_path, open, chain, out)?;
        continues = true;
        start = include.end;
    }
    push(&source, start, source.text.len(), &mut continues, out);
    chain.pop();
    Ok(())
}

/// A part of a file, if there is anything in it; what follows it goes on in its session.
fn push(source: &Source, start: usize, end: usize, continues: &mut bool, out: &mut Vec<Source>) {
    if source.text.get(start..end).is_some_and(|part| !part.trim().is_empty()) {
        out.push(Source {
            text: only(&source.text, start, end),
            name: source.name.clone(),
            continues: *continues,
        });
        *continues = true;
    }
}

fn read(
    source: &Source,
    path: &Path,
    include: &Include,
    open: Open<'_>,
) -> Result<(Source, PathBuf), Failure> {
    let candidates = candidates(path, include);
    for candidate in &candidates {
        if let Some(found) = open(candidate)? {
            return Ok((found, candidate.clone()));
        }
    }
    let shown: Vec<_> = candidates.iter().map(|path| format!("`{}`", path.display())).collect();
    Err(at(source, include, &format!("there is no file {} to read in", shown.join(" or "))))
}

/// Where a file may be: `\\ir` looks from the file it stands in, `\\i` from where we run, then from that file too.
fn candidates(path: &Path, include: &Include) -> Vec<PathBuf> {
    let beside = tidy(&path.parent().unwrap_or(Path::new("")).join(&include.path));
    let here = tidy(Path::new(&include.path));
    match include.relative || here == beside {
        true => vec![beside],
        false => vec![here, beside],
    }
}

/// A path without `.` and without `a/..`.
pub fn tidy(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(out.components().next_back(), Some(Component::Normal(_))) => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

fn at(source: &Source, include: &Include, message: &str) -> Failure {
    let place = include.place;
    Failure::new(format!("{}:{}:{}: {message}", source.name, place.line, place.column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[track_caller]
    fn check(files: &[(&str, &str)], tops: &[&str], expected: Result<&[(&str, &str, bool)], &str>) {
        let files: BTreeMap<PathBuf, &str> = files.iter().map(|(path, text)| (path.into(), *text)).collect();
        let open =
            |path: &Path| Ok(files.get(path).map(|text| Source::new(path.display().to_string(), *text)));
        let paths: Vec<PathBuf> = tops.iter().map(PathBuf::from).collect();
        let sources = paths.iter().filter_map(|path| open(path).ok().flatten()).collect();
        let got = follow(sources, &paths, &open).map_err(|failure| failure.message);
        let got = got.map(|sources| {
            let one = |source: Source| (source.name, source.text, source.continues);
            sources.into_iter().map(one).collect::<Vec<_>>()
        });
        let expected = expected.map(|all| {
            all.iter().map(|(n, t, c)| ((*n).to_owned(), (*t).to_owned(), *c)).collect::<Vec<_>>()
        });
        assert_eq!(got, expected.map_err(str::to_owned));
    }

    #[test]
    fn files_go_where_they_are_read() {
        let all =
            [("db/a.sql", "x;\n\\ir sub/b.sql\ny;"), ("db/sub/b.sql", "\\i db/c.sql\n"), ("db/c.sql", "z;")];
        let blank = " ".repeat(13);
        let last = format!("  \n{blank}\ny;");
        let parts = [
            ("db/a.sql", "x;\n             \n  ", false),
            ("db/c.sql", "z;", true),
            ("db/a.sql", &last, true),
        ];
        check(&all, &["db/a.sql"], Ok(&parts));
        check(&all, &["db/a.sql", "db/c.sql", "db/sub/b.sql"], Ok(&parts));
        let missing = "db/a.sql:2:1: there is no file `db/sub/b.sql` to read in";
        check(&all[..1], &["db/a.sql"], Err(missing));
        check(
            &[("d/a.sql", "\\i a.sql")],
            &["d/a.sql"],
            Err("d/a.sql:1:1: the file `d/a.sql` reads in itself"),
        );
    }
}
