//! The oracle of live databases: `sync` takes a database with rows to `desired`, in front of the real command. What comes
//! out must dump as a fresh database does, the rows must survive, `check` must find nothing, and `inspect` of the database
//! must be `inspect` of `desired`.

use crate::case::Case;
use crate::oracle::without_renames;
use crate::server::{Database, server};
use crate::tool::{Ended, Folder, command, ended};
use crate::{dump, rows};

/// What is wrong with a case, a paragraph each.
pub fn judge(case: &Case) -> Vec<String> {
    let (database, fresh) = (server().database(), server().database());
    let folder = Folder::new(&case.name.replace('/', "-"));
    folder.file("desired.sql", case.section("desired"));
    let (current, rows, desired) = (case.section("current"), case.section("rows"), case.section("desired"));
    for (database, sql) in [(&database, current), (&database, rows), (&fresh, desired)] {
        if let Err(error) = database.script(sql) {
            return vec![format!("live: does not load: {error}")];
        }
    }
    let allowed = |what: &str| case.lines("allow").any(|line| line == what);
    let before = rows::contents(&mut database.client());
    let flags = case.flags();
    let sync = tool(
        &folder,
        &database,
        "sync desired.sql --whole-database --yes --allow-destructive --no-journal",
        &flags,
    );
    if sync.status != Some(0) {
        return vec![format!("live: sync ends with {:?}:\n{}{}", sync.status, sync.out, sync.err)];
    }
    let mut faults = Vec::new();
    let lost = rows::lost(&before, &rows::contents(&mut database.client()));
    if !lost.is_empty() && !allowed("rows") {
        faults.push(format!("live: rows are lost:\n{lost}"));
    }
    let difference = dump::difference(&dumped(&folder, &database), &dumped(&folder, &fresh));
    if !difference.is_empty() && !allowed("dump") {
        faults.push(format!(
            "live: the synced database (-) differs from a fresh one (+):\n{difference}{}",
            sync.out
        ));
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

/// What pg_dump says, or where the server has none, `inspect`.
fn dumped(folder: &Folder, database: &Database) -> String {
    match server().has_dump() {
        true => database.dump(),
        false => {
            let shown = tool(folder, database, &format!("inspect {}", database.url("postgres")), &[]);
            assert_eq!(shown.status, Some(0), "inspect fails: {}", shown.err);
            assert!(!shown.out.contains("left out"), "{}", shown.out);
            shown.out
        }
    }
}

/// Runs the command on a database.
pub fn tool(folder: &Folder, database: &Database, words: &str, flags: &[String]) -> Ended {
    ended(command(folder, &database.url("postgres"), words).args(flags).spawn().unwrap())
}
