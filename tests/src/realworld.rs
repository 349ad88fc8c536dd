//! Real schemas, where they are at hand: `../shared/realworld/` beside the repository, or the folder that
//! `SCHEMASYNC_REALWORLD` names. Nothing of them is copied in.

use crate::server::server;
use crate::{dump, engine, live};
use schemasync_core::source::Source;
use std::path::{Path, PathBuf};

/// A real schema.
#[derive(Clone, Debug)]
pub struct Real {
    /// The name of its file.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// Extensions that a schema uses and leaves to others to create.
const USES: &[(&str, &str)] = &[("dhis2.sql", "postgis")];

/// Schemas that only a newer server takes: the file, the version, the reason.
const NEWER: &[(&str, u32, &str)] = &[("pagila.sql", 18, "uuidv7()")];

/// The folder of the schemas, if it is there.
pub fn folder() -> Option<PathBuf> {
    let folder = match std::env::var_os("SCHEMASYNC_REALWORLD") {
        Some(folder) => PathBuf::from(folder),
        None => Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/realworld"),
    };
    folder.is_dir().then_some(folder)
}

/// The schemas, those whose name holds `$CASE` if that is set, the largest first.
pub fn schemas() -> Vec<Real> {
    let wanted = std::env::var("CASE").unwrap_or_default();
    let files = folder().and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let mut schemas: Vec<Real> = files
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            (name.ends_with(".sql") && name.contains(&wanted)).then_some(())?;
            let text = std::fs::read_to_string(entry.path()).ok()?;
            let text = prepared(&name, &text);
            Some(Real { name, text })
        })
        .collect();
    schemas.sort_by_key(|real| (std::cmp::Reverse(real.text.len()), real.name.clone()));
    schemas
}

/// A schema as it goes into a database of our choice: with the extensions it takes for granted, without the lines that
/// make a database of its own and go there.
fn prepared(name: &str, text: &str) -> String {
    let extensions = USES.iter().filter(|(user, _)| *user == name);
    let mut out: String =
        extensions.map(|(_, extension)| format!("CREATE EXTENSION {extension};\n")).collect();
    for line in text.split_inclusive('\n') {
        let moves = ["\\c ", "\\connect ", "CREATE DATABASE ", "DROP DATABASE "];
        if !moves.iter().any(|start| line.starts_with(start)) {
            out += line;
        }
    }
    out
}

impl Real {
    /// What the server lacks that the schema needs.
    pub fn lacking(&self) -> Option<String> {
        let newer =
            NEWER.iter().find(|(name, version, _)| *name == self.name && server().version() < *version);
        newer.map(|(_, version, reason)| format!("needs PostgreSQL {version} for {reason}")).or_else(|| {
            let missing = self.extensions().into_iter().find(|name| !server().has_extension(name));
            missing.map(|name| format!("needs the extension {name}"))
        })
    }

    fn extensions(&self) -> Vec<String> {
        (self.text.lines())
            .filter_map(|line| line.strip_prefix("CREATE EXTENSION "))
            .map(|rest| rest.trim_start_matches("IF NOT EXISTS "))
            .map(|rest| {
                rest.chars().take_while(|c| !c.is_whitespace() && *c != ';').filter(|c| *c != '"').collect()
            })
            .collect()
    }

    /// What is wrong without a server: it must parse without a word, and differ in nothing from itself.
    pub fn judge_text(&self) -> Vec<String> {
        let sources = [Source::new(&self.name, &self.text)];
        let said = schemasync_core::parse(&sources).diagnostics;
        let mut faults = Vec::new();
        if !said.is_empty() {
            let shown: String = said.iter().take(8).map(|d| d.render(&sources)).collect();
            faults.push(format!("{} diagnostics:\n{shown}", said.len()));
        }
        faults.extend(empty("from itself to itself", &self.text, &self.text));
        faults
    }

    /// What is wrong on a server: its dump must say the same as it does, and the plan from nothing must make the same.
    pub fn judge_on_server(&self) -> Vec<String> {
        let loaded = server().database();
        if let Err(error) = loaded.script(&self.text) {
            return vec![format!("does not load: {error}")];
        }
        let wanted = loaded.dump();
        let mut faults = live::differs(&live::document(&loaded), &self.text, &[]);
        drop(loaded);
        let dumped = dump::like(&self.text, &wanted);
        faults.extend(empty("from it to its dump", &self.text, &dumped));
        faults.extend(empty("from its dump to it", &dumped, &self.text));
        let plan = match engine::diff("", &self.text, &[]) {
            Ok(plan) => plan,
            Err(error) => return [faults, vec![format!("no plan from nothing: {error}")]].concat(),
        };
        let made = server().database();
        match made.script(&plan) {
            Err(error) => {
                faults.push(format!("the plan from nothing fails: {error}{}", around(&plan, &error)))
            }
            Ok(()) => {
                let difference = dump::difference(&made.dump(), &wanted);
                if !difference.is_empty() {
                    faults.push(format!(
                        "made from nothing (-) it differs from itself (+):\n{}",
                        cut(&difference)
                    ));
                }
            }
        }
        faults
    }
}

fn empty(what: &str, current: &str, desired: &str) -> Option<String> {
    match engine::diff(current, desired, &[]) {
        Ok(plan) if plan.trim().is_empty() => None,
        Ok(plan) => Some(format!("the plan {what} is not empty:\n{}", cut(&plan))),
        Err(error) => Some(format!("no plan {what}: {error}")),
    }
}

/// As much of a long text as a person reads.
fn cut(text: &str) -> String {
    const LINES: usize = 150;
    let count = text.lines().count();
    let shown: String = text.lines().take(LINES).map(|line| format!("{line}\n")).collect();
    if count > LINES { format!("{shown}... and {} lines more\n", count - LINES) } else { shown }
}

/// The lines of a script around the one that psql names.
fn around(script: &str, error: &str) -> String {
    let line =
        error.strip_prefix("psql:<stdin>:").and_then(|rest| rest.split(':').next()?.parse::<usize>().ok());
    let Some(line) = line else { return String::new() };
    let first = line.saturating_sub(12);
    script.lines().skip(first).take(14).map(|line| format!("    {line}\n")).collect()
}
