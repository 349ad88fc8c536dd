//! Sessions as files: what lies in a folder, what is typed there, and what comes back.
//!
//! A session is cut by lines `--- NAME`: files first (`--- NAME hex` for bytes, `--- NAME/` for an empty folder), then
//! `--- run`, `--- stdout`, `--- stderr`, `--- status`. `UPDATE=1` writes what comes back.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The sessions in a folder of this crate; `SESSION=name` picks some.
pub fn sessions(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let wanted = std::env::var("SESSION").unwrap_or_default();
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.to_string_lossy().contains(&wanted));
    paths.sort();
    paths
}

/// The folder of the command, built if it is not there yet.
pub fn program() -> PathBuf {
    let folder = std::env::current_exe().unwrap().parent().unwrap().parent().unwrap().to_owned();
    let release: &[&str] = if folder.ends_with("release") { &["--release"] } else { &[] };
    let built = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--package", "schemasync", "--bin", "schemasync"])
        .args(release)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status();
    assert!(built.unwrap().success(), "the command does not build");
    folder
}

/// Sets up what the sections of a session ask for, and tells the command of it.
pub type Prepare<'a> = &'a dyn Fn(&[(String, String)], &mut Command);

/// Plays a session; gives back how it went otherwise than written. `prepare` is told the sections beforehand, and what
/// it sets up holds while the session goes; `tame` takes out of what comes back what is never twice the same.
pub fn check(
    path: &Path,
    program: &Path,
    prepare: Prepare<'_>,
    tame: &dyn Fn(String) -> String,
) -> Option<String> {
    let text = std::fs::read_to_string(path).unwrap();
    let sections = sections(&text);
    let folder = Scratch::new(path.file_stem().unwrap().to_str().unwrap());
    let mut start = String::new();
    for (name, content) in &sections {
        if matches!(name.as_str(), "stdout" | "stderr" | "status") {
            continue;
        }
        start += &format!("--- {name}\n{content}");
        if name != "run" && name != "database" {
            lay(&folder.0, name, content);
        }
    }
    let run = sections.iter().find(|(name, _)| name == "run").expect("a section run");
    let search = std::env::join_paths(
        std::iter::once(program.to_owned()).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    );
    let mut command = Command::new("sh");
    prepare(&sections, &mut command);
    let done = command
        .args(["-c", &run.1])
        .current_dir(&folder.0)
        .env("PATH", search.unwrap())
        .env_remove("NO_COLOR")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let got = format!(
        "{start}--- stdout\n{}--- stderr\n{}--- status\n{}\n",
        tame(String::from_utf8_lossy(&done.stdout).into_owned()),
        tame(String::from_utf8_lossy(&done.stderr).into_owned()),
        done.status.code().unwrap_or(-1)
    );
    if got == text {
        return None;
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, got).unwrap();
        return None;
    }
    Some(format!("=== {}\n{}", path.display(), pretty_assertions::StrComparison::new(&got, &text)))
}

fn sections(text: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match (line.strip_prefix("--- "), out.last_mut()) {
            (Some(name), _) => out.push((name.trim().to_owned(), String::new())),
            (None, Some((_, content))) => content.push_str(line),
            (None, None) => panic!("text before the first section: {line}"),
        }
    }
    out
}

fn lay(folder: &Path, name: &str, content: &str) {
    let (name, hex) = name.strip_suffix(" hex").map_or((name, false), |name| (name, true));
    let path = folder.join(name);
    if name.ends_with('/') {
        return std::fs::create_dir_all(path).unwrap();
    }
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let bytes = match hex {
        true => content.split_whitespace().map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect(),
        false => content.as_bytes().to_vec(),
    };
    std::fs::write(path, bytes).unwrap();
}

/// A folder that is gone when the value is.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("schemasync-session-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Scratch(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}
