//! Throwaway PostgreSQL servers, on a socket in a temporary folder, gone when the process ends. One a test process serves
//! all that needs no settings of its own.

use postgres::{Client, NoTls};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

/// Settings of a server whose data nobody needs to survive a crash.
const SETTINGS: &str = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off \
    -c max_connections=60 -c max_locks_per_transaction=1000 -c max_wal_size=4GB -c wal_level=logical -c autovacuum=off \
    -c client_min_messages=warning";

/// Roles that cases may name.
const ROLES: &[&str] = &["role_a", "role_b", "role_c", "app_user", "app_owner", "app_reader", "app_writer"];

/// A running server.
#[derive(Debug)]
pub struct Server {
    dir: PathBuf,
    bin: PathBuf,
    port: u16,
    version: OnceLock<u32>,
    /// Connections to the maintenance database that nobody uses at the moment: opening one costs more than most that is asked.
    idle: Mutex<Idle>,
    /// Keeps the server alive: it stops when this process's end closes the pipe.
    _keeper: Child,
}

/// Connections put aside.
#[derive(Default)]
struct Idle(Vec<Client>);

impl std::fmt::Debug for Idle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} connections", self.0.len())
    }
}

static SERVER: OnceLock<Server> = OnceLock::new();
static OTHER: OnceLock<PathBuf> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

/// The server of this process, started on first use.
pub fn server() -> &'static Server {
    SERVER.get_or_init(|| Server::start("", "", 5432, "-c listen_addresses=''").with_roles())
}

/// Has the server of this process be of a major version, which is got where it is not there yet.
///
/// # Errors
/// Why it cannot be had.
pub fn take_version(major: u32) -> Result<(), String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("find-postgres-version");
    let output = Command::new(script).arg(major.to_string()).output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
    }
    assert!(SERVER.get().is_none(), "a server is running already");
    let _ = OTHER.set(String::from_utf8_lossy(&output.stdout).trim().into());
    Ok(())
}

impl Server {
    /// Starts another server. `prepare` is a script that may change what is in `$DIR`, run before the server starts as the
    /// user who owns it; `settings` are `-c name=value` words.
    pub fn start(name: &str, prepare: &str, port: u16, settings: &str) -> Server {
        remove_stale();
        let bin = OTHER.get().cloned().unwrap_or_else(binaries);
        let dir = home().join(format!("schemasync-pg{name}-{}", std::process::id()));
        std::fs::create_dir_all(&dir).expect("a temporary folder");
        let script = format!(
            "set -e; {hand_over}\n\
             {run} \"$BIN/initdb\" -D \"$DIR/data\" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >\"$DIR/initdb.log\" 2>&1\n\
             {run} sh -ec \"$PREPARE\" >>\"$DIR/initdb.log\" 2>&1\n\
             {run} \"$BIN/postgres\" -D \"$DIR/data\" -k \"$DIR\" -p {port} {SETTINGS} {settings} >\"$DIR/log\" 2>&1 &\n\
             set +e; read -r _; pid=$(head -n 1 \"$DIR/data/postmaster.pid\"); kill -QUIT \"$pid\"; sleep 0.3; rm -rf \"$DIR\"",
            hand_over = if is_root() { format!("chown {} \"$DIR\"", server_user()) } else { String::new() },
            run = if is_root() {
                format!("setpriv --reuid={0} --regid={0} --clear-groups", server_user())
            } else {
                String::new()
            },
        );
        let mut command = Command::new("sh");
        command
            .arg("-c")
            .arg(script)
            .env("DIR", &dir)
            .env("BIN", &bin)
            .env("PREPARE", prepare)
            .current_dir("/")
            .stdin(Stdio::piped());
        if let Ok(libraries) = std::env::var("SCHEMASYNC_PG_LIBRARIES") {
            command.env("LD_LIBRARY_PATH", libraries);
        }
        // Ctrl-C must reach the tests alone: the keeper cleans up when they are gone.
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let keeper = command.spawn().expect("sh starts");
        let server =
            Server { dir, bin, port, version: OnceLock::new(), idle: Mutex::default(), _keeper: keeper };
        server.wait();
        server
    }

    fn with_roles(self) -> Server {
        let mut client = self.client("postgres");
        for role in ROLES {
            client.batch_execute(&format!("CREATE ROLE {role}")).expect("a role");
        }
        self
    }

    fn wait(&self) {
        let started = Instant::now();
        while self.try_client("postgres").is_err() {
            // On a busy machine initdb alone can take a minute.
            if started.elapsed() > Duration::from_secs(180) {
                let log = |name| std::fs::read_to_string(self.dir.join(name)).unwrap_or_default();
                panic!("PostgreSQL does not start:\n{}\n{}", log("initdb.log"), log("log"));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn try_client(&self, database: &str) -> Result<Client, postgres::Error> {
        postgres::Config::new()
            .host_path(&self.dir)
            .port(self.port)
            .user("postgres")
            .dbname(database)
            .connect(NoTls)
    }

    /// A connection to a database.
    pub fn client(&self, database: &str) -> Client {
        self.try_client(database).expect("the throwaway server answers")
    }

    /// The folder of its socket, its data and what `prepare` put there.
    pub fn folder(&self) -> &Path {
        &self.dir
    }

    /// The URL of a database, as a role.
    pub fn url(&self, database: &str, role: &str) -> String {
        format!("postgres://{role}@localhost/{database}?host={}", self.dir.display())
    }

    /// Asks something in the maintenance database.
    fn ask<T>(
        &self,
        question: impl FnOnce(&mut Client) -> Result<T, postgres::Error>,
    ) -> Result<T, postgres::Error> {
        let idle = self.idle.lock().expect("nobody panics with the lock").0.pop();
        let mut client = match idle {
            Some(client) => client,
            None => self.try_client("postgres")?,
        };
        let answer = question(&mut client)?;
        self.idle.lock().expect("nobody panics with the lock").0.push(client);
        Ok(answer)
    }

    /// The version as the server says it in `server_version_num`.
    pub fn version_number(&self) -> u32 {
        *self.version.get_or_init(|| {
            let row = self.ask(|client| client.query_one("SHOW server_version_num", &[])).expect("a version");
            row.get::<_, String>(0).parse().expect("a number")
        })
    }

    /// The major version.
    pub fn version(&self) -> u32 {
        self.version_number() / 10_000
    }

    /// Whether an extension can be created.
    pub fn has_extension(&self, name: &str) -> bool {
        let sql = "SELECT count(*) FROM pg_available_extensions WHERE name = $1";
        self.ask(|client| client.query_one(sql, &[&name])).expect("a count").get::<_, i64>(0) > 0
    }

    /// A new empty database, dropped with the value.
    pub fn database(&'static self) -> Database {
        let name = format!("t{}", DATABASES.fetch_add(1, Ordering::Relaxed));
        // Copying files takes half the time that writing them through the log does; before 15 there was nothing else.
        let strategy = if self.version() >= 15 { "STRATEGY file_copy" } else { "" };
        let sql = format!("CREATE DATABASE {name} TEMPLATE template0 {strategy}");
        self.ask(|client| client.batch_execute(&sql)).expect("a database");
        Database { server: self, name, client: Mutex::default() }
    }

    /// Whether there is a pg_dump for it: none dumps a server newer than itself.
    pub fn has_dump(&self) -> bool {
        static FOUND: OnceLock<bool> = OnceLock::new();
        *FOUND.get_or_init(|| {
            let said = self.program("pg_dump").arg("--version").output().expect("pg_dump runs").stdout;
            let said = String::from_utf8_lossy(&said);
            let version =
                said.split_whitespace().find_map(|word| word.split('.').next()?.parse::<u32>().ok());
            version.is_some_and(|version| version >= self.version())
        })
    }

    /// A client program, of the same installation if it is there, told how to reach the server.
    pub fn program(&self, name: &str) -> Command {
        let own = self.bin.join(name);
        let mut command = Command::new(if own.exists() { own } else { binaries().join(name) });
        command
            .env("PGHOST", &self.dir)
            .env("PGUSER", "postgres")
            .env("PGPORT", self.port.to_string())
            .env_remove("PGOPTIONS");
        if let Ok(libraries) = std::env::var("SCHEMASYNC_PG_LIBRARIES") {
            command.env("LD_LIBRARY_PATH", libraries);
        }
        command
    }
}

/// A database of its own for a test.
pub struct Database {
    server: &'static Server,
    /// Its name.
    pub name: String,
    client: Mutex<Option<Client>>,
}

impl Database {
    /// A connection.
    pub fn client(&self) -> Client {
        self.server.client(&self.name)
    }

    /// Asks something that leaves the session as it was, in one connection for all such questions.
    pub fn ask<T>(&self, question: impl FnOnce(&mut Client) -> T) -> T {
        let mut client = self.client.lock().expect("no question panics");
        question(client.get_or_insert_with(|| self.client()))
    }

    /// Its server.
    pub fn server(&self) -> &'static Server {
        self.server
    }

    /// A client program told how to reach its server.
    pub fn program(&self, name: &str) -> Command {
        self.server.program(name)
    }

    /// Its URL, as a role.
    pub fn url(&self, role: &str) -> String {
        self.server.url(&self.name, role)
    }

    /// Runs a script in psql, statement by statement, up to the first error.
    ///
    /// # Errors
    /// The server's own words.
    pub fn script(&self, sql: &str) -> Result<(), String> {
        if sql.trim().is_empty() {
            return Ok(());
        }
        let mut psql = self.server.program("psql");
        psql.args([
            "-X",
            "-q",
            "-v",
            "ON_ERROR_STOP=1",
            "-v",
            "VERBOSITY=verbose",
            "-d",
            &self.name,
            "-f",
            "-",
        ]);
        let mut child = psql
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("psql starts");
        let mut input = child.stdin.take().expect("a pipe");
        let sql = sql.to_owned();
        let writer = std::thread::spawn(move || drop(input.write_all(sql.as_bytes())));
        let output = child.wait_with_output().expect("psql ends");
        drop(writer.join());
        match output.status.success() {
            true => Ok(()),
            // With the SQLSTATE, without the place in PostgreSQL's own source.
            false => Err((String::from_utf8_lossy(&output.stderr).lines())
                .filter(|line| !line.starts_with("LOCATION:"))
                .map(|line| format!("{line}\n"))
                .collect()),
        }
    }

    /// `pg_dump --schema-only`.
    pub fn dump(&self) -> String {
        let output = self
            .server
            .program("pg_dump")
            .args(["--schema-only", &self.name])
            .output()
            .expect("pg_dump runs");
        assert!(output.status.success(), "pg_dump: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let sql = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        drop(self.server.ask(|client| client.batch_execute(&sql)));
    }
}

/// Where files are memory, on Linux.
const MEMORY: &str = "/dev/shm";

/// Where servers keep their data: in memory where there is plenty, for to copy files is half of what making a database takes.
fn home() -> PathBuf {
    const PLENTY: u64 = 8 << 20;
    let kilobytes = |line: Option<&str>, at: usize| line?.split_whitespace().nth(at)?.parse::<u64>().ok();
    let memory = std::fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let available = kilobytes(memory.lines().find(|line| line.starts_with("MemAvailable:")), 1);
    let df = Command::new("df").args(["-Pk", MEMORY]).output().map(|df| df.stdout).unwrap_or_default();
    let room = kilobytes(String::from_utf8_lossy(&df).lines().nth(1), 3);
    match available.min(room) {
        Some(least) if least >= PLENTY => MEMORY.into(),
        _ => std::env::temp_dir(),
    }
}

/// Removes what killed machines left: folders of servers whose tests are no more.
fn remove_stale() {
    let homes = [PathBuf::from(MEMORY), std::env::temp_dir()];
    for entry in homes.iter().flat_map(std::fs::read_dir).flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_str().and_then(|name| name.strip_prefix("schemasync-pg"));
        let Some((_, process)) = name.and_then(|name| name.rsplit_once('-')) else {
            continue;
        };
        if Path::new("/proc/self").exists() && !Path::new("/proc").join(process).exists() {
            drop(std::fs::remove_dir_all(entry.path()));
        }
    }
}

/// Whether this process runs as root.
pub fn is_root() -> bool {
    let output = Command::new("id").arg("-u").output().expect("id runs");
    output.stdout.starts_with(b"0\n")
}

/// PostgreSQL refuses to run as root.
pub fn server_user() -> &'static str {
    let known = Command::new("id").arg("postgres").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if known.is_ok_and(|status| status.success()) { "postgres" } else { "nobody" }
}

/// The folder of the binaries: given by `tests/run`, or found by the same script.
pub fn binaries() -> PathBuf {
    if let Ok(dir) = std::env::var("SCHEMASYNC_PG_BIN") {
        return dir.into();
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("find-postgres");
    let output = Command::new(script).output().expect("find-postgres runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().into()
}
