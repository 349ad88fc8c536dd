//! The command run on a database, and watched while it runs.

use crate::server::Database;
use crate::session::program;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// Commands wait in a schema that no plan is about, at the command whose number is `at`.
pub const HARNESS: &str =
    "CREATE SCHEMA harness; CREATE SEQUENCE harness.commands; CREATE TABLE harness.stop (at bigint);
    CREATE FUNCTION harness.wait() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
        IF to_regclass('schemasync.steps') IS NOT NULL
            AND nextval('harness.commands') = (SELECT at FROM harness.stop) THEN PERFORM pg_sleep(60); END IF;
    END $$;
    CREATE EVENT TRIGGER harness_wait ON ddl_command_start EXECUTE FUNCTION harness.wait();";
/// Whether a command waits.
pub const WAITING: &str = "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()
    AND application_name = 'schemasync' AND wait_event = 'PgSleep')";
/// Whether the tool's sessions are gone.
pub const GONE: &str = "SELECT NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()
    AND application_name = 'schemasync')";

/// A folder of its own for the files of a test, gone with the value.
#[derive(Debug)]
pub struct Folder(PathBuf);

/// What a run came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The exit status; `None` if it was killed.
    pub status: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Folder {
    /// A new one.
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("schemasync-live-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    /// Writes a file there; gives its path.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::File::create(&path).unwrap().write_all(text.as_bytes()).unwrap();
        path
    }

    /// A path there.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

/// The command with arguments divided by blanks, in a folder, on the database of a URL.
pub fn command(folder: &Folder, url: &str, args: &str) -> Command {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    let mut command = Command::new(PROGRAM.get_or_init(program).join("schemasync"));
    command
        .args(args.split_whitespace())
        .current_dir(&folder.0)
        .env("DATABASE_URL", url)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs the command to its end as the server's own user.
pub fn run(folder: &Folder, database: &Database, args: &str) -> Ended {
    ended(command(folder, &database.url("postgres"), args).spawn().unwrap())
}

/// Starts it.
pub fn start(folder: &Folder, database: &Database, args: &str) -> Child {
    command(folder, &database.url("postgres"), args).spawn().unwrap()
}

/// Waits for the end of a run.
pub fn ended(child: Child) -> Ended {
    let done = child.wait_with_output().unwrap();
    Ended {
        status: done.status.code(),
        out: String::from_utf8_lossy(&done.stdout).into_owned(),
        err: String::from_utf8_lossy(&done.stderr).into_owned(),
    }
}

/// Waits until a query gives `true`; a minute at most.
pub fn until(client: &mut postgres::Client, what: &str, sql: &str) {
    let started = Instant::now();
    while !client.query_one(sql, &[]).unwrap().get::<_, bool>(0) {
        assert!(started.elapsed() < Duration::from_secs(60), "{what} does not happen: {sql}");
        std::thread::sleep(Duration::from_millis(20));
    }
}
