//! Connecting: `tests/connect/*.txt` are blocks of what a user says (`url`, `env`, `file`) and what comes of it (`->`).
//! `UPDATE=1` writes the outcomes, `BLOCK=words` picks some. Those of `targets.txt` speak to nobody: they show what is
//! meant. The others connect to a server with TLS and passwords, to its standby, and to ports with no server behind them.
//!
//! `$PORT`, `$STANDBY`, `$REFUSED`, `$SILENT`, `$BABBLE`, `$STARTING` are ports, `$DIR` the server's folder (with the
//! certificates of `prepare.sh`), `$HOME` the home folder, which holds the files of the block.
//! The password is `geheim`; nothing but a target's own password may ever show it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use schemasync::postgres::connect::{
    ConnectError, Connected, Environment, Host, Place, Target, connect_telling,
};
use schemasync_tests::server::Server;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::OnceLock;
use std::time::Duration;

const SECRET: &str = "geheim";

#[test]
fn targets_are_what_is_meant() {
    run("targets.txt", |around, url, home, _| {
        let target = Target::find(url, around)?;
        assert!(!format!("{target:?}").contains(SECRET), "Debug shows the password");
        let usual = format!("passfile Some(\"{home}/.pgpass\")\n");
        Ok(shown(&target).replace(&usual, ""))
    });
}

#[test]
fn servers_let_in_whom_they_should() {
    run("servers.txt", |around, url, _, wait| {
        let mut target = Target::find(url, around)?.waiting(wait);
        target.warnings.clear();
        let mut told = String::new();
        let mut connected = connect_telling(&target, &mut |line| told += &format!("{line}\n"))?;
        Ok(told + &greeting(&mut connected))
    });
    present("named");
    statements_can_be_cancelled();
}

/// A running statement is stopped from outside, through TLS too.
fn statements_can_be_cancelled() {
    for mode in ["require", "disable"] {
        let url = stage(&format!("postgres://app:{SECRET}@localhost:$PORT/app?sslmode={mode}"));
        let target = Target::find(Some(&url), &Environment::default()).unwrap();
        let mut connected = connect_telling(&target, &mut |_| {}).unwrap();
        let cancel = connected.cancel();
        let canceller = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(300));
            cancel.cancel().unwrap();
        });
        let error = connected.client.batch_execute("SELECT pg_sleep(30)").unwrap_err();
        canceller.join().unwrap();
        assert_eq!(error.as_db_error().unwrap().code().code(), "57014", "{mode}");
    }
}

/// A block: what is said, and what came of it when it was written.
#[derive(Default)]
struct Block {
    title: String,
    said: Vec<String>,
    outcome: String,
}

fn run(
    file: &str,
    outcome: impl Fn(&Environment, Option<&str>, &str, Duration) -> Result<String, ConnectError>,
) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("connect").join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    let wanted = std::env::var("BLOCK").unwrap_or_default();
    let needs_server = file == "servers.txt";
    let (mut new, mut faults, mut count) = (String::new(), Vec::new(), 0);
    for block in blocks(&text) {
        let mut got = block.outcome.clone();
        if block.title.contains(&wanted) {
            count += 1;
            got = play(&block, needs_server, &outcome);
            if got != block.outcome {
                faults.push(format!("{}\nexpected:\n{}got:\n{got}", block.title, block.outcome));
            }
        }
        let said: String = block.said.iter().map(|line| format!("{line}\n")).collect();
        new += &format!("== {}\n{said}{got}\n", block.title);
    }
    println!("{count} blocks of {file}");
    if std::env::var_os("UPDATE").is_some() {
        let head: String =
            text.lines().take_while(|line| !line.starts_with("== ")).map(|l| format!("{l}\n")).collect();
        std::fs::write(&path, head + new.trim_end() + "\n").unwrap();
    } else {
        assert!(faults.is_empty(), "{} faults:\n\n{}", faults.len(), faults.join("\n\n"));
    }
}

fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("== ") {
            blocks.push(Block { title: title.to_owned(), ..Block::default() });
        } else if let Some(block) = blocks.last_mut() {
            match line.starts_with("->") {
                true => block.outcome += &format!("{line}\n"),
                false if !line.is_empty() => block.said.push(line.to_owned()),
                false => {}
            }
        }
    }
    blocks
}

fn play(
    block: &Block,
    needs_server: bool,
    outcome: impl Fn(&Environment, Option<&str>, &str, Duration) -> Result<String, ConnectError>,
) -> String {
    static HOMES: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let number = HOMES.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let home = std::env::temp_dir().join(format!("schemasync-home-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&home).unwrap();
    let set = |text: &str| {
        let text = text.replace("$HOME", home.to_str().unwrap());
        if needs_server { stage(&text) } else { text }
    };
    let mut around =
        Environment { home: Some(home.clone()), user: Some("me".into()), ..Environment::default() };
    around.sockets = vec![home.join("sockets")];
    around.variables.insert("PGSYSCONFDIR".into(), home.join("etc").display().to_string());
    let (mut url, mut wait, mut file) = (None, Duration::ZERO, home.clone());
    for line in &block.said {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "url" => url = Some(set(rest)),
            "wait" => wait = Duration::from_secs_f64(rest.parse().unwrap()),
            "certificate" => present(rest),
            "env" => {
                let (name, value) = rest.split_once('=').unwrap();
                around.variables.insert(name.into(), set(value));
            }
            "file" => {
                let (name, mode) = rest.rsplit_once(' ').unwrap();
                file = home.join(name);
                write(&file, "", mode);
            }
            "|" => {
                let mut open = std::fs::OpenOptions::new().append(true).open(&file).unwrap();
                writeln!(open, "{}", set(rest)).unwrap();
            }
            other => panic!("{}: what is `{other}`?", block.title),
        }
    }
    let text = match outcome(&around, url.as_deref(), home.to_str().unwrap(), wait) {
        Ok(text) => text,
        Err(error) => {
            let text = format!("{:?}: {error}", error.trouble);
            assert!(!text.contains(SECRET), "{}: the error shows the password: {text}", block.title);
            text
        }
    };
    std::fs::remove_dir_all(&home).unwrap();
    let text = unstage(&text.replace(home.to_str().unwrap(), "$HOME"), needs_server);
    text.lines().map(|line| format!("-> {line}\n")).collect()
}

fn write(path: &Path, text: &str, mode: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
    let mode = u32::from_str_radix(mode, 8).unwrap();
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
}

/// A target, but for what is as always.
fn shown(target: &Target) -> String {
    let place = |host: &Host| match &host.place {
        Place::Tcp(_, Some(address)) if !host.to_string().contains(&address.to_string()) => {
            format!("{host} ({address})")
        }
        _ => host.to_string(),
    };
    let hosts: Vec<String> = target.hosts.iter().map(place).collect();
    let mut text = format!("{} at {} as {}\n", target.database, hosts.join(", "), target.user);
    if let Some(password) = &target.password {
        text += &format!("password {:?}\n", password.expose());
    }
    let usual =
        Target::find(Some("postgres://"), &Environment { user: Some("me".into()), ..Environment::default() });
    let usual = usual.unwrap();
    let mut differs = |what: &str, is: String, was: String| {
        if is != was {
            text += &format!("{what} {is}\n");
        }
    };
    differs("attrs", format!("{:?}", target.attrs), format!("{:?}", usual.attrs));
    differs("timeout", format!("{:?}", target.connect_timeout), format!("{:?}", usual.connect_timeout));
    differs("name", target.application_name.clone(), usual.application_name.clone());
    differs("options", format!("{:?}", target.options), format!("{:?}", usual.options));
    differs("any order", target.shuffle.to_string(), usual.shuffle.to_string());
    differs("binding", format!("{:?}", target.channel_binding), format!("{:?}", usual.channel_binding));
    differs("keepalive", format!("{:?}", target.keepalive), format!("{:?}", usual.keepalive));
    differs("tls", format!("{:?}", target.tls), format!("{:?}", usual.tls));
    differs("passfile", format!("{:?}", target.passfile), String::new());
    text + &target.warnings.iter().map(|warning| format!("warning: {warning}\n")).collect::<String>()
}

/// What a connection says of itself.
fn greeting(connected: &mut Connected) -> String {
    let sql = "SELECT coalesce(s.version, 'clear'), pg_is_in_recovery(), current_setting('application_name')
        FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid()";
    let row = connected.client.query_one(sql, &[]).unwrap();
    let (channel, standby, name): (String, bool, String) = (row.get(0), row.get(1), row.get(2));
    let standby = if standby { ", a standby" } else { "" };
    let name = if name == "schemasync" { String::new() } else { format!(", called {name}") };
    format!("{}: {channel}{standby}{name}", connected.description)
}

/// The servers, and the ports without one.
struct Stage {
    primary: Server,
    _standby: Server,
    ports: Vec<(&'static str, u16)>,
    _silent: TcpListener,
}

fn stage(text: &str) -> String {
    let stage = the_stage();
    let text = text.replace("$DIR", stage.primary.folder().to_str().unwrap());
    stage.ports.iter().fold(text, |text, (name, port)| text.replace(name, &port.to_string()))
}

fn unstage(text: &str, needs_server: bool) -> String {
    if !needs_server {
        return text.to_owned();
    }
    let stage = the_stage();
    let text = text.replace(stage.primary.folder().to_str().unwrap(), "$DIR");
    stage.ports.iter().fold(text, |text, (name, port)| text.replace(&port.to_string(), name))
}

fn the_stage() -> &'static Stage {
    static STAGE: OnceLock<Stage> = OnceLock::new();
    STAGE.get_or_init(build)
}

fn build() -> Stage {
    let free = || TcpListener::bind("127.0.0.1:0").unwrap();
    let number = |listener: &TcpListener| listener.local_addr().unwrap().port();
    let (silent, babble, starting) = (free(), free(), free());
    let [port, standby_port, refused] = [free(), free(), free()].map(|listener| number(&listener));
    let settings = "-c listen_addresses=127.0.0.1 -c ssl_ca_file=$DIR/authority.crt";
    let primary = Server::start("primary", include_str!("../connect/prepare.sh"), port, settings);
    let mut client = primary.client("postgres");
    for sql in ROLES.split(';') {
        client.batch_execute(&sql.replace("SECRET", SECRET)).unwrap();
    }
    let copy = format!(
        "rm -rf \"$DIR/data\"; \"$BIN/pg_basebackup\" -D \"$DIR/data\" -h {} -p {port} -U postgres -R -X stream -c fast",
        primary.folder().display()
    );
    let standby =
        Server::start("standby", &copy, standby_port, "-c listen_addresses=127.0.0.1 -c hot_standby=on");
    let ports = vec![
        ("$PORT", port),
        ("$STANDBY", standby_port),
        ("$REFUSED", refused),
        ("$SILENT", number(&silent)),
        ("$BABBLE", number(&babble)),
        ("$STARTING", number(&starting)),
    ];
    std::thread::spawn(move || {
        babble.incoming().flatten().for_each(|stream| answer(stream, b"HTTP/1.1 400 Bad\r\n\r\n"))
    });
    std::thread::spawn(move || start_up(&starting, port));
    Stage { primary, _standby: standby, ports, _silent: silent }
}

const ROLES: &str = "
    CREATE ROLE app LOGIN PASSWORD 'SECRET';
    CREATE ROLE encrypted_only LOGIN PASSWORD 'SECRET';
    CREATE ROLE clear_only LOGIN PASSWORD 'SECRET';
    CREATE ROLE of_password LOGIN PASSWORD 'SECRET';
    CREATE ROLE certified LOGIN;
    CREATE ROLE reader LOGIN PASSWORD 'SECRET';
    ALTER ROLE reader SET default_transaction_read_only = on;
    SET password_encryption = md5;
    CREATE ROLE of_md5 LOGIN PASSWORD 'SECRET';
    CREATE DATABASE app;
    CREATE DATABASE closed;
    REVOKE CONNECT ON DATABASE closed FROM PUBLIC";

/// Has the server present another certificate, or none.
fn present(name: &str) {
    let stage = the_stage();
    let ask = |sql: &str| stage.primary.client("postgres").batch_execute(sql);
    let folder = stage.primary.folder().display();
    match name {
        "none" => ask("ALTER SYSTEM SET ssl = off").unwrap(),
        name => {
            ask(&format!("ALTER SYSTEM SET ssl_cert_file = '{folder}/{name}.crt'")).unwrap();
            ask(&format!("ALTER SYSTEM SET ssl_key_file = '{folder}/{name}.key'")).unwrap();
            ask("ALTER SYSTEM SET ssl = on").unwrap();
        }
    }
    ask("SELECT pg_reload_conf()").unwrap();
    for _ in 0..200 {
        let row = stage
            .primary
            .client("postgres")
            .query_one("SELECT current_setting('ssl'), current_setting('ssl_cert_file')", &[]);
        let (on, file): (String, String) = row.map(|row| (row.get(0), row.get(1))).unwrap();
        if (on == "off") == (name == "none") && (name == "none" || file.ends_with(&format!("/{name}.crt"))) {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("the server does not take up the certificate `{name}`");
}

/// Reads what the client sends first, and answers.
fn answer(mut stream: TcpStream, with: &[u8]) {
    let mut length = [0; 4];
    if stream.read_exact(&mut length).is_ok() {
        let mut rest = vec![0; u32::from_be_bytes(length).clamp(4, 10_000) as usize - 4];
        let _ = stream.read_exact(&mut rest).and_then(|()| stream.write_all(with));
    }
}

/// A server that starts up: twice it says so, then it lets through.
fn start_up(listener: &TcpListener, port: u16) {
    let fields = b"SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0";
    let mut refusal = vec![b'E'];
    refusal.extend(u32::try_from(fields.len() + 4).unwrap().to_be_bytes());
    refusal.extend(fields);
    for (number, stream) in listener.incoming().flatten().enumerate() {
        if number < 2 {
            answer(stream, &refusal);
            continue;
        }
        let server = TcpStream::connect(("127.0.0.1", port)).unwrap();
        for (mut from, mut to) in
            [(stream.try_clone().unwrap(), server.try_clone().unwrap()), (server, stream)]
        {
            std::thread::spawn(move || {
                std::io::copy(&mut from, &mut to).and_then(|_| to.shutdown(std::net::Shutdown::Both))
            });
        }
    }
}
