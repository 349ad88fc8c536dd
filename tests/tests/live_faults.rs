//! What can go wrong while a live database is changed, each on a real server: the tool is killed, the connection is cut,
//! others hold locks, run at the same time, or change things. Afterwards nothing is lost, and nothing is left half done
//! that the next run does not name and finish.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use postgres::Client;
use schemasync_tests::server::{Database, Server, server};
use schemasync_tests::tool::{Ended, Folder, GONE, HARNESS, WAITING, command, ended, run, start, until};
use std::time::{Duration, Instant};

/// What is there at first, with rows.
const BEFORE: &str =
    "CREATE TABLE t (id integer PRIMARY KEY, note text); CREATE TABLE u (id integer, t integer);";
const ROWS: &str = "INSERT INTO t SELECT i, 'note ' || i FROM generate_series(1, 500) i;
    INSERT INTO u SELECT i, i FROM generate_series(1, 500) i;";
/// What is wanted: some of it in one transaction, some of it beside the traffic.
const AFTER: &str = "CREATE TYPE mood AS ENUM ('good', 'bad');
    CREATE TABLE t (id bigint PRIMARY KEY, note text NOT NULL, mood mood DEFAULT 'good');
    CREATE TABLE u (id integer, t bigint REFERENCES t, CONSTRAINT u_id UNIQUE (id));
    CREATE TABLE v (id integer PRIMARY KEY);
    CREATE INDEX u_t ON u (t);";

struct Stage {
    database: Database,
    folder: Folder,
    client: Client,
}

/// A database with rows, and the files of both states.
fn stage(name: &str) -> Stage {
    stage_on(server(), name)
}

fn stage_on(server: &'static Server, name: &str) -> Stage {
    let database = server.database();
    let folder = Folder::new(name);
    folder.file("before.sql", BEFORE);
    folder.file("after.sql", AFTER);
    let mut client = database.client();
    client.batch_execute(&format!("{BEFORE}{ROWS}")).unwrap();
    Stage { database, folder, client }
}

impl Stage {
    fn run(&self, args: &str) -> Ended {
        run(&self.folder, &self.database, args)
    }

    fn sql(&mut self, sql: &str) {
        self.client.batch_execute(sql).unwrap();
    }

    fn text(&mut self, sql: &str) -> String {
        self.client.query_one(sql, &[]).unwrap().get(0)
    }

    /// The catalog without what the tests and the journal put there.
    fn dump(&self) -> String {
        let mut dump = self.database.program("pg_dump");
        dump.args(["--schema-only", "--schema=public", &self.database.name]);
        let dumped = String::from_utf8(dump.output().unwrap().stdout).unwrap();
        // Newer versions fence a dump with a word that is never twice the same.
        dumped.lines().filter(|line| !line.contains("restrict ")).map(|line| format!("{line}\n")).collect()
    }

    /// All is as wanted, every row is there, and a plan has nothing to do.
    #[track_caller]
    fn is_finished(&mut self) {
        let check = self.run("check after.sql");
        assert_eq!(check.status, Some(0), "{}{}", check.out, check.err);
        let rows = "SELECT count(*) || ' ' || sum(id) || ' ' || count(note) FROM t";
        assert_eq!(self.text(rows), "500 125250 500");
        assert_eq!(self.text("SELECT count(*) || ' ' || sum(t) FROM u"), "500 125250");
        assert_eq!(self.text("SELECT count(*)::text FROM pg_index WHERE NOT indisvalid"), "0");
        let plan = self.run("plan after.sql --exit-code");
        assert_eq!(plan.status, Some(0), "{}{}", plan.out, plan.err);
    }

    /// The next run names what was cut off, and finishes.
    #[track_caller]
    fn next_run_finishes(&mut self, story: &str) {
        let next = self.run("sync after.sql --yes");
        assert_eq!(next.status, Some(0), "{}{}", next.out, next.err);
        assert!(next.err.contains(story), "{story:?} is not in\n{}", next.err);
        self.is_finished();
    }
}

#[track_caller]
fn check(ended: &Ended, status: i32, words: &[&str]) {
    let said = format!("{}{}", ended.out, ended.err);
    assert_eq!(ended.status, Some(status), "{said}");
    for word in words {
        assert!(said.contains(word), "{word:?} is not in\n{said}");
    }
}

#[test]
fn killed_at_every_step() {
    // The journal is there from the first run on, so that commands are counted from the first step.
    let mut steps = 0;
    for at in 1.. {
        let mut stage = stage(&format!("killed-{at}"));
        check(&stage.run("sync before.sql --yes"), 0, &["No differences."]);
        stage.sql(HARNESS);
        stage.sql("CREATE TABLE w ()");
        check(&stage.run("sync before.sql --yes --allow-destructive"), 0, &["Done"]);
        stage
            .sql(&format!("ALTER SEQUENCE harness.commands RESTART; INSERT INTO harness.stop VALUES ({at})"));
        let mut child = start(&stage.folder, &stage.database, "sync after.sql --yes");
        let stopped = loop {
            if child.try_wait().unwrap().is_some() {
                break false;
            }
            if stage.client.query_one(WAITING, &[]).unwrap().get::<_, bool>(0) {
                break true;
            }
            std::thread::sleep(Duration::from_millis(10));
        };
        if !stopped {
            check(&ended(child), 0, &["Done"]);
            stage.is_finished();
            break;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        stage.sql("DROP EVENT TRIGGER harness_wait");
        let before = Instant::now();
        until(&mut stage.client, "the server's noticing", GONE);
        assert!(before.elapsed() < Duration::from_secs(30), "the server noticed late");
        stage.next_run_finishes("was cut off");
        steps = at;
    }
    assert!(steps >= 8, "only {steps} commands");
}

#[test]
fn killed_while_an_index_is_built() {
    let mut stage = stage("killed-index");
    let mut other = stage.database.client();
    let mut reader = other.transaction().unwrap();
    reader.batch_execute("INSERT INTO u VALUES (501, 1); SAVEPOINT a").unwrap();
    // Only the concurrent build waits for a transaction that writes to the table: all else is there.
    stage.folder.file("index.sql", &format!("{BEFORE} CREATE INDEX u_t ON u (t);"));
    let mut child = start(&stage.folder, &stage.database, "sync index.sql --yes");
    let building = "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'schemasync'
        AND datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'CREATE INDEX CONCURRENTLY%')";
    until(&mut stage.client, "the build", building);
    child.kill().unwrap();
    child.wait().unwrap();
    until(&mut stage.client, "the server's noticing", GONE);
    reader.rollback().unwrap();
    assert_eq!(stage.text("SELECT count(*)::text FROM pg_index WHERE NOT indisvalid"), "1");
    let next = stage.run("sync index.sql --yes");
    check(
        &next,
        0,
        &["was under way and may have: CREATE INDEX CONCURRENTLY u_t", "DROP INDEX CONCURRENTLY u_t", "Done"],
    );
    assert_eq!(stage.text("SELECT count(*)::text FROM pg_index WHERE NOT indisvalid"), "0");
    check(&stage.run("check index.sql"), 0, &["In sync."]);
}

#[test]
fn the_connection_is_cut() {
    let mut stage = stage("cut");
    stage.sql("CREATE TABLE w ()");
    check(&stage.run("sync before.sql --yes --allow-destructive"), 0, &[]);
    stage.sql(&format!("{HARNESS} INSERT INTO harness.stop VALUES (3)"));
    let before = stage.dump();
    let child = start(&stage.folder, &stage.database, "sync after.sql --yes");
    until(&mut stage.client, "the wait", WAITING);
    stage.sql("DROP EVENT TRIGGER harness_wait; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
    let cut = ended(child);
    check(&cut, 2, &["the connection was lost at step 3 of", "was not committed", "nothing was changed"]);
    until(&mut stage.client, "the end", GONE);
    assert_eq!(stage.dump(), before);
    stage.next_run_finishes("None of its");
}

#[test]
fn the_connection_is_cut_while_committing() {
    let mut stage = stage("in-doubt");
    stage.sql("CREATE TABLE w ()");
    check(&stage.run("sync before.sql --yes --allow-destructive"), 0, &[]);
    stage.sql(
        "CREATE FUNCTION schemasync.slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); RETURN NULL; END $$;
         CREATE CONSTRAINT TRIGGER slow AFTER UPDATE ON schemasync.runs DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW WHEN (NEW.state = 'done') EXECUTE FUNCTION schemasync.slow()",
    );
    let child = start(&stage.folder, &stage.database, "sync after.sql --yes --no-online");
    until(&mut stage.client, "the wait", WAITING);
    stage.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
    check(
        &ended(child),
        2,
        &["the connection was lost while committing steps 1 to", "is not known", "run the same again"],
    );
    until(&mut stage.client, "the end", GONE);
    stage.sql("DROP TRIGGER slow ON schemasync.runs");
    stage.next_run_finishes("None of its");
}

#[test]
fn the_server_crashes() {
    let server: &'static Server = Box::leak(Box::new(Server::start(
        "-crash",
        "",
        5432,
        "-c listen_addresses='' -c synchronous_commit=on",
    )));
    let mut stage = stage_on(server, "crash");
    stage.sql("CREATE TABLE w ()");
    check(&stage.run("sync before.sql --yes --allow-destructive"), 0, &[]);
    stage.sql(&format!("{HARNESS} INSERT INTO harness.stop VALUES (5)"));
    let before = stage.dump();
    let child = start(&stage.folder, &stage.database, "sync after.sql --yes");
    until(&mut stage.client, "the wait", WAITING);
    let backend = stage.text("SELECT pid::text FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
    // A backend that dies so takes all others down, and the server recovers from its log.
    assert!(std::process::Command::new("kill").args(["-9", &backend]).status().unwrap().success());
    check(&ended(child), 2, &["the connection was lost at step 5 of", "nothing was changed"]);
    stage.client = again(&stage.database);
    assert_eq!(stage.dump(), before);
    stage.sql("DROP EVENT TRIGGER harness_wait");
    stage.next_run_finishes("None of its");
}

/// A connection as soon as the server takes them again.
fn again(database: &Database) -> Client {
    let started = Instant::now();
    loop {
        match Client::connect(&database.url("postgres"), postgres::NoTls) {
            Ok(client) => return client,
            Err(error) => assert!(started.elapsed() < Duration::from_secs(60), "{error}"),
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn signals_roll_back() {
    for (signal, at) in [("INT", 2), ("TERM", 4)] {
        let mut stage = stage(&format!("signal-{signal}"));
        stage.sql("CREATE TABLE w ()");
        check(&stage.run("sync before.sql --yes --allow-destructive"), 0, &[]);
        stage.sql(&format!("{HARNESS} INSERT INTO harness.stop VALUES ({at})"));
        let before = stage.dump();
        let child = start(&stage.folder, &stage.database, "sync after.sql --yes");
        until(&mut stage.client, "the wait", WAITING);
        let started = Instant::now();
        let kill =
            std::process::Command::new("kill").args([format!("-{signal}"), child.id().to_string()]).status();
        assert!(kill.unwrap().success());
        check(&ended(child), 2, &[&format!("interrupted at step {at} of"), "nothing was changed"]);
        assert!(started.elapsed() < Duration::from_secs(30), "it took {:?}", started.elapsed());
        assert_eq!(stage.dump(), before);
        assert_eq!(stage.text("SELECT state FROM schemasync.runs ORDER BY id DESC LIMIT 1"), "failed");
        stage.sql("DROP EVENT TRIGGER harness_wait");
        check(&stage.run("sync after.sql --yes"), 0, &[]);
        stage.is_finished();
    }
}

#[test]
fn somebody_holds_a_lock() {
    let mut stage = stage("locked");
    let before = stage.dump();
    let mut other = stage.database.client();
    other.batch_execute("SET application_name = 'report'").unwrap();
    let mut reader = other.transaction().unwrap();
    reader.query("SELECT * FROM t LIMIT 1", &[]).unwrap();
    let short = "sync after.sql --yes --lock-timeout 200ms --lock-retries 2";
    check(
        &stage.run(short),
        2,
        &["gave up at step", "3 tries", "held by report (process", "nothing was changed"],
    );
    assert_eq!(stage.dump(), before);
    // It goes on as soon as the lock is free, and nobody waits behind it for longer than its time limit.
    let child = start(&stage.folder, &stage.database, "sync after.sql --yes --lock-timeout 200ms");
    let waits = "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()
        AND application_name = 'schemasync' AND wait_event_type = 'Lock')";
    until(&mut stage.client, "the wait for the lock", waits);
    std::thread::sleep(Duration::from_millis(500));
    let asked = Instant::now();
    stage.text("SELECT note FROM t LIMIT 1");
    assert!(asked.elapsed() < Duration::from_secs(3), "a reader waited {:?}", asked.elapsed());
    drop(reader);
    check(&ended(child), 0, &["a lock is held by report", "Done"]);
    stage.is_finished();
}

#[test]
fn two_at_once() {
    let mut stage = stage("two");
    stage.sql("CREATE TABLE w ()");
    check(&stage.run("sync before.sql --yes --allow-destructive"), 0, &[]);
    stage.sql(&format!(
        "{} INSERT INTO harness.stop VALUES (2)",
        HARNESS.replace("pg_sleep(60)", "pg_sleep(3)")
    ));
    let first = start(&stage.folder, &stage.database, "sync after.sql --yes");
    until(&mut stage.client, "the wait", WAITING);
    let impatient = stage.run("sync after.sql --yes --lock-wait 300ms");
    check(&impatient, 2, &["another run is under way", "schemasync (process", "of postgres", "--lock-wait"]);
    let second = stage.run("sync after.sql --yes --lock-wait 30s");
    check(&second, 0, &["waiting for another run to end: schemasync (process", "No differences."]);
    check(&ended(first), 0, &["Done"]);
    stage.is_finished();
}

#[test]
fn a_role_without_privileges() {
    let mut stage = stage("role");
    stage.sql("REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO role_a; ALTER ROLE role_a LOGIN");
    let before = stage.dump();
    let as_role =
        |args: &str| ended(command(&stage.folder, &stage.database.url("role_a"), args).spawn().unwrap());
    check(&as_role("plan after.sql"), 0, &["changes"]);
    check(&as_role("check after.sql"), 1, &["differences"]);
    check(
        &as_role("sync after.sql --yes"),
        2,
        &["cannot write the journal", "permission denied for database", "--no-journal"],
    );
    check(
        &as_role("sync after.sql --yes --no-journal"),
        2,
        &["permission denied", "nothing was changed", "run it as a role that may do this"],
    );
    assert_eq!(stage.dump(), before);
}

#[test]
fn the_last_step_fails() {
    let mut stage = stage("last");
    stage.sql("INSERT INTO u VALUES (500, 1)");
    let before = stage.dump();
    let failed = stage.run("sync after.sql --yes --no-online");
    check(&failed, 2, &["could not create unique index", "nothing was changed"]);
    assert_eq!(stage.dump(), before);
    assert_eq!(stage.text("SELECT state FROM schemasync.runs"), "failed");
    assert_eq!(
        stage.text(
            "SELECT count(*)::text FROM schemasync.steps WHERE state = 'failed' AND error LIKE '%unique%'"
        ),
        "1"
    );
    // Beside the traffic the build fails late, and leaves an index that the next run finds.
    let failed = stage.run("sync after.sql --yes");
    check(&failed, 2, &["could not create unique index", "were committed before and stay"]);
    assert_eq!(stage.text("SELECT count(*)::text FROM pg_index WHERE NOT indisvalid"), "1");
    check(
        &stage.run("sync after.sql --yes"),
        2,
        &["DROP INDEX CONCURRENTLY u_id", "could not create unique index"],
    );
    stage.sql("DELETE FROM u WHERE id = 500 AND t = 1");
    check(
        &stage.run("sync after.sql --yes"),
        0,
        &["invalid: a build that failed or was cut off left it", "Done"],
    );
    stage.is_finished();
}

#[test]
fn the_database_changes_between_plan_and_sync() {
    let mut stage = stage("stale");
    check(&stage.run("plan after.sql --out plan.json"), 0, &["changes"]);
    stage.sql("ALTER TABLE u ADD COLUMN extra integer");
    let before = stage.dump();
    check(
        &stage.run("sync --plan plan.json --yes"),
        3,
        &["no longer in the state that this plan was made for"],
    );
    assert_eq!(stage.dump(), before);
    stage.sql("ALTER TABLE u DROP COLUMN extra");
    let saved = std::fs::read_to_string(stage.folder.path("plan.json")).unwrap();
    stage.folder.file("changed.json", &saved.replace("CREATE TABLE v", "CREATE TABLE x"));
    check(&stage.run("sync --plan changed.json --yes"), 3, &["does not match its digest"]);
    assert_eq!(stage.text("SELECT count(*)::text FROM pg_class WHERE relname IN ('v', 'x')"), "0");
    check(&stage.run("sync --plan plan.json --yes"), 0, &["Done"]);
    stage.is_finished();
    check(&stage.run("sync --plan plan.json --yes"), 0, &["in the state that this plan leads to already"]);
}

#[test]
fn an_outcome_that_is_not_wanted_is_rolled_back() {
    let mut stage = stage("wrong");
    stage.sql(
        "CREATE SCHEMA harness; CREATE FUNCTION harness.meddle() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
            IF to_regclass('public.v') IS NOT NULL AND to_regclass('public.meddled') IS NULL THEN
                CREATE TABLE public.meddled (); END IF; END $$;
         CREATE EVENT TRIGGER harness_meddle ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION harness.meddle()",
    );
    let before = stage.dump();
    check(
        &stage.run("sync after.sql --yes --no-online"),
        2,
        &[
            "the outcome differs from what is wanted",
            "still to drop table meddled",
            "rolled back; nothing was changed",
        ],
    );
    assert_eq!(stage.dump(), before);
    stage.sql("DROP EVENT TRIGGER harness_meddle");
    check(&stage.run("sync after.sql --yes --no-online"), 0, &["Done"]);
    stage.is_finished();
}
