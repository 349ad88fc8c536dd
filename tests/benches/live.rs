//! How fast on a live database: the first `sync`, and a `plan` that finds nothing to do, beside the bare catalog query and
//! `pg_dump --schema-only` of the same database in the same run, and how often the command waits for the server.
//!
//! `tests/find-postgres` says where PostgreSQL is; a server of its own is started. Nothing here passes or fails.
//! `TABLES=100,1000` measures other sizes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use postgres::SimpleQueryMessage;
use schemasync_core::catalog;
use schemasync_tests::generate::sized;
use schemasync_tests::measure::{line, shown};
use schemasync_tests::realworld;
use schemasync_tests::server::{Database, server};
use schemasync_tests::session::program;
use schemasync_tests::tool::{Folder, command, ended};
use schemasync_tests::turns::Counter;
use std::time::{Duration, Instant};

const WIDTHS: &[usize] = &[14, 8, 11, 11, 11, 11, 12, 7, 7];
/// How often each thing is done; the shortest time counts.
const RUNS: usize = 3;

fn main() {
    // Where the command is not built yet, that takes long.
    program();
    let head =
        ["schema", "objects", "first sync", "query", "pg_dump", "no-op plan", "of pg_dump", "waits", "sync"];
    line(WIDTHS, &head.map(str::to_owned));
    let sizes = std::env::var("TABLES").unwrap_or_else(|_| "100,1000,10000".into());
    for tables in sizes.split(',').filter_map(|tables| tables.trim().parse().ok()) {
        row(&format!("{tables} tables"), &sized(tables));
    }
    match realworld::schemas().into_iter().find(|real| real.lacking().is_none()) {
        Some(real) => row(&real.name, &real.text),
        None => {
            println!("no real schema: there is no ../shared/realworld, and SCHEMASYNC_REALWORLD names none")
        }
    }
    println!("waits: how often plan and sync wait for an answer of the server, connecting included");
}

/// Measures one schema and prints its line.
fn row(name: &str, text: &str) {
    let database = server().database();
    let folder = Folder::new("bench");
    folder.file("schema.sql", text);
    let counter = Counter::new(&folder.path(""), server().folder());
    let run = |words: &str| {
        let started = Instant::now();
        let ended = ended(command(&folder, &counter.url(&database.name), words).spawn().unwrap());
        assert_eq!(ended.status, Some(0), "{name}: `{words}`: {}{}", ended.out, ended.err);
        started.elapsed()
    };
    let first = run("sync schema.sql --whole-database --yes");
    let (sync_waits, _) = counter.taken();
    let mut client = database.client();
    client.batch_execute("VACUUM ANALYZE").unwrap();
    let objects: i64 =
        client.query_one("SELECT count(*) FROM pg_depend WHERE refclassid = 2615", &[]).unwrap().get(0);
    let query = shortest(|| _ = ask(&database));
    let dump = shortest(|| drop(database.dump()));
    counter.taken();
    let plan = shortest(|| _ = run("plan schema.sql --whole-database"));
    let (waits, connections) = counter.taken();
    assert_eq!(connections, RUNS, "{name}: plan connects more than once");
    line(
        WIDTHS,
        &[
            name.to_owned(),
            objects.to_string(),
            shown(first),
            shown(query),
            shown(dump),
            shown(plan),
            format!("{:.2}x", plan.as_secs_f64() / dump.as_secs_f64()),
            (waits / RUNS).to_string(),
            sync_waits.to_string(),
        ],
    );
}

fn shortest(mut work: impl FnMut()) -> Duration {
    let time = |work: &mut dyn FnMut()| {
        let started = Instant::now();
        work();
        started.elapsed()
    };
    (0..RUNS).map(|_| time(&mut work)).min().unwrap_or_default()
}

/// The bare catalog query on a connection of its own: the bytes of its answer.
fn ask(database: &Database) -> usize {
    let query = catalog::query(server().version() * 10_000);
    let sql = format!("BEGIN READ ONLY; {}; {}; COMMIT", catalog::SESSION.join("; "), query.trim_end());
    let answer = database.client().simple_query(&sql).unwrap();
    let row = answer.iter().find_map(|message| match message {
        SimpleQueryMessage::Row(row) => row.get(0).map(str::len),
        _ => None,
    });
    row.expect("a document")
}
