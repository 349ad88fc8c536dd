//! Case files: `tests/cases/<dialect>/<kind>/<what-changes>.sql`, made of sections that begin with `-- name` lines.
//!
//! `-- current` and `-- desired` are DDL; `-- plan` is the SQL expected of `diff` (`UPDATE=1` writes it);
//! `-- rows` are INSERTs run after `current` whose rows must survive; `-- options` are `diff` flags without their dashes,
//! one a line; `-- needs` names an extension (`extension NAME`) or a server (`version N`), one a line; `-- allow` names
//! checks of the oracle that cannot hold for a stated reason.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A case.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its file.
    pub path: PathBuf,
    /// Its name: the path below `tests/cases/`, without the ending.
    pub name: String,
    sections: BTreeMap<String, String>,
}

const SECTIONS: &[&str] = &["current", "desired", "plan", "rows", "options", "needs", "allow"];

impl Case {
    /// Reads a case.
    pub fn read(path: &Path) -> Case {
        let text = std::fs::read_to_string(path).expect("a case file");
        let name = path.strip_prefix(root()).unwrap_or(path).with_extension("").display().to_string();
        Case { path: path.into(), name, sections: sections(&text) }
    }

    /// The text of a section, empty if there is none.
    pub fn section(&self, name: &str) -> &str {
        self.sections.get(name).map_or("", String::as_str)
    }

    /// The lines of a section that say something.
    pub fn lines(&self, name: &str) -> impl Iterator<Item = &str> {
        self.section(name).lines().map(str::trim).filter(|line| !line.is_empty())
    }

    /// The flags of `-- options`: `rename a=b` becomes `--rename a=b`.
    pub fn flags(&self) -> Vec<String> {
        (self.lines("options"))
            .flat_map(|line| {
                let (flag, value) =
                    line.split_once(' ').map_or((line, None), |(f, v)| (f, Some(v.trim().to_owned())));
                std::iter::once(format!("--{}", flag.trim_start_matches("--"))).chain(value)
            })
            .collect()
    }

    /// Writes the `-- plan` section anew, leaving everything else as it stands.
    pub fn update(&self, plan: &str) {
        let text = std::fs::read_to_string(&self.path).expect("a case file");
        let kept = match text.find("\n-- plan\n") {
            Some(at) => &text[..at],
            None => text.trim_end(),
        };
        let plan = plan.trim_end();
        let new =
            format!("{}\n\n-- plan\n{plan}{}", kept.trim_end(), if plan.is_empty() { "" } else { "\n" });
        if new != text {
            std::fs::write(&self.path, new).expect("the case can be written");
        }
    }
}

/// The folder of all cases.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

/// Every case below a folder, in order; those whose name holds a part of `$CASE` (`a,b`) if that is set.
pub fn cases(dialect: &str) -> Vec<Case> {
    let mut files = Vec::new();
    collect(&root().join(dialect), &mut files);
    files.sort();
    let wanted = std::env::var("CASE").unwrap_or_default();
    files
        .iter()
        .map(|path| Case::read(path))
        .filter(|case| wanted.split(',').any(|part| case.name.contains(part)))
        .collect()
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => collect(&path, files),
            false if path.extension().is_some_and(|end| end == "sql") => files.push(path),
            false => {}
        }
    }
}

fn sections(text: &str) -> BTreeMap<String, String> {
    let mut out: BTreeMap<String, String> = BTreeMap::new();
    let mut name = String::new();
    for line in text.lines() {
        let title = line.strip_prefix("-- ").map(str::trim_end).filter(|title| SECTIONS.contains(title));
        // The plan comes last, and its own comments may say anything.
        match title.filter(|_| name != "plan") {
            Some(title) => {
                name = title.to_owned();
                out.entry(name.clone()).or_default();
            }
            None if name.is_empty() => {}
            None => {
                let section = out.entry(name.clone()).or_default();
                section.push_str(line);
                section.push('\n');
            }
        }
    }
    out
}
