//! The oracle of live databases: `sync` takes a database with rows to `desired`, in front of the real command. What comes
//! out must dump and inspect as a fresh database does, the rows must survive, and `check` must find nothing.

use crate::case::Case;
use crate::fresh::Fresh;
use crate::oracle::without_renames;
use crate::server::{Database, server};
use crate::tool::{Ended, Folder, command, ended};
use crate::{dump, live, rows};

/// What is wrong with a case, a paragraph each, with `desired` loaded and looked at already.
pub fn judge(case: &Case, fresh: &Fresh<'_>) -> Vec<String> {
    let database = server().database();
    let folder = Folder::new(&case.name.replace('/', "-"));
    folder.file("desired.sql", case.section("desired"));
    let with_rows = [case.section("current"), case.section("rows")].concat();
    if let Err(error) = database.script(&with_rows) {
        return vec![format!("live: does not load: {error}")];
    }
    let before = rows::contents(&database);
    let flags = case.flags();
    let words = "sync desired.sql --whole-database --yes --allow-destructive --no-journal";
    let sync = tool(&folder, &database, words, &flags);
    if sync.status != Some(0) {
        return vec![format!("live: sync ends with {:?}:\n{}{}", sync.status, sync.out, sync.err)];
    }
    let allowed = |what: &str| case.lines("allow").any(|line| line == what);
    let mut faults = Vec::new();
    let lost = rows::lost(&before, &rows::contents(&database));
    if !lost.is_empty() && !allowed("rows") {
        faults.push(format!("live: rows are lost:\n{lost}"));
    }
    if !allowed("dump") {
        faults.extend(as_fresh(&database, fresh).into_iter().map(|fault| fault + &sync.out));
    }
    let flags: Vec<String> = without_renames(&flags).into_iter().filter(|flag| flag != "--online").collect();
    let check = tool(&folder, &database, "check desired.sql --whole-database", &flags);
    if check.status != Some(0) {
        faults.push(format!(
            "live: check after sync ends with {:?}:\n{}{}",
            check.status, check.out, check.err
        ));
    }
    faults
}

/// Where a database says otherwise than a fresh one, to pg_dump and to `inspect`.
fn as_fresh(database: &Database, fresh: &Fresh<'_>) -> Vec<String> {
    let shown = match live::shown(&live::document(database)) {
        Ok(shown) => shown,
        Err(error) => return vec![format!("live: no `inspect` of the synced database: {error}")],
    };
    let mut pairs = vec![("`inspect`", shown, &fresh.shown)];
    if server().has_dump() {
        pairs.push(("the dump", database.dump(), &fresh.dump));
    }
    let fault = |(what, got, wanted): (&str, String, &String)| {
        let difference = dump::difference(&got, wanted);
        (!difference.is_empty()).then(|| {
            format!("live: {what} of the synced database (-) differs from a fresh one's (+):\n{difference}")
        })
    };
    pairs.into_iter().filter_map(fault).collect()
}

/// What the server lacks that the case needs.
pub fn lacking(case: &Case) -> Option<String> {
    case.lines("needs").find_map(|line| match line.split_once(' ') {
        Some(("extension", name)) if !server().has_extension(name) => {
            Some(format!("needs the extension {name}"))
        }
        Some(("version", number)) if number.parse().is_ok_and(|n: u32| server().version() < n) => {
            Some(format!("needs PostgreSQL {number}"))
        }
        _ => None,
    })
}

/// Runs the command on a database.
pub fn tool(folder: &Folder, database: &Database, words: &str, flags: &[String]) -> Ended {
    ended(command(folder, &database.url("postgres"), words).args(flags).spawn().unwrap())
}
