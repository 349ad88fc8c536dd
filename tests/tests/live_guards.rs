//! What holds while a live database is changed and after a run that did not get to its end: rows are guarded as before at
//! every commit, numbers are not given out twice, nobody waits long, and what could not be done is named.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use postgres::Client;
use schemasync_tests::server::{Database, server};
use schemasync_tests::tool::{Ended, Folder, GONE, HARNESS, WAITING, command, ended, run, start, until};
use schemasync_tests::turns::Counter;
use std::time::Duration;

struct Stage {
    database: Database,
    folder: Folder,
    client: Client,
}

/// A database made by statements, and the files of the schema before and after.
fn stage(name: &str, before: &str, rows: &str, after: &str) -> Stage {
    let database = server().database();
    let folder = Folder::new(name);
    folder.file("before.sql", before);
    folder.file("after.sql", after);
    let mut client = database.client();
    client.batch_execute(before).unwrap();
    client.batch_execute(rows).unwrap();
    Stage { database, folder, client }
}

impl Stage {
    #[track_caller]
    fn run(&self, args: &str, status: i32, words: &[&str]) {
        check(&run(&self.folder, &self.database, args), status, words);
    }

    fn sql(&mut self, sql: &str) {
        self.client.batch_execute(sql).unwrap();
    }

    fn text(&mut self, sql: &str) -> String {
        self.client.query_one(sql, &[]).unwrap().get(0)
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

const GUARDED: &str = "CREATE TABLE p (id integer PRIMARY KEY);
    CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
    CREATE TABLE t (id integer PRIMARY KEY, code text, n integer, p integer, note varchar(10),
        CONSTRAINT t_n CHECK (n > 0), CONSTRAINT t_code UNIQUE (code), CONSTRAINT t_p FOREIGN KEY (p) REFERENCES p);
    CREATE UNIQUE INDEX t_pn ON t (p, n);
    CREATE TRIGGER t_no BEFORE DELETE ON t FOR EACH ROW EXECUTE FUNCTION no();
    CREATE VIEW codes AS SELECT id, code, note FROM t;";
const GUARDED_OTHERWISE: &str = "CREATE TABLE p (id integer PRIMARY KEY);
    CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$;
    CREATE TABLE t (id integer PRIMARY KEY, code text NOT NULL, n integer, p integer, note varchar(20),
        CONSTRAINT t_n CHECK (n > 1), CONSTRAINT t_code UNIQUE (code) INCLUDE (n),
        CONSTRAINT t_p FOREIGN KEY (p) REFERENCES p ON DELETE CASCADE);
    CREATE UNIQUE INDEX t_pn ON t (n, p);
    CREATE TRIGGER t_no BEFORE DELETE OR TRUNCATE ON t FOR EACH STATEMENT EXECUTE FUNCTION no();
    CREATE VIEW codes AS SELECT id, n, code, note FROM t;";
/// Refused before, after, and at every moment between.
const REFUSED: &[&str] = &[
    "INSERT INTO t VALUES (100, 'new', -1, 1)",
    "INSERT INTO t VALUES (100, 'code 5', 100, 1)",
    "INSERT INTO t VALUES (100, 'new', 100, 99)",
    "INSERT INTO t VALUES (100, 'new', 5, 1)",
    "DELETE FROM t",
];

#[test]
fn guarded_at_every_moment() {
    let mut commands = 0;
    for at in 1.. {
        let rows = "INSERT INTO p VALUES (1); INSERT INTO t SELECT i, 'code ' || i, i, 1 FROM generate_series(2, 50) i";
        let mut stage = stage(&format!("guarded-{at}"), GUARDED, rows, GUARDED_OTHERWISE);
        stage.sql("CREATE TABLE w ()");
        stage.run("sync before.sql --yes --allow-destructive", 0, &["Done"]);
        stage.sql(&format!("{HARNESS} INSERT INTO harness.stop VALUES ({at})"));
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
            break;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        stage.sql("DROP EVENT TRIGGER harness_wait");
        until(&mut stage.client, "the server's noticing", GONE);
        for row in REFUSED {
            assert!(stage.client.batch_execute(row).is_err(), "taken when killed at command {at}: {row}");
        }
        assert_eq!(stage.text("SELECT count(code)::text FROM codes"), "49", "at command {at}");
        // The first commands may be questions to the server, before anything is begun.
        let begun = stage.text("SELECT count(*)::text FROM schemasync.runs WHERE state = 'running'") == "1";
        stage.run("sync after.sql --yes", 0, if begun { &["was cut off", "Done"] } else { &["Done"] });
        stage.run("check after.sql", 0, &["In sync."]);
        assert_eq!(stage.text("SELECT count(*)::text FROM pg_class WHERE relname ~ '_(old|new)$'"), "0");
        commands = at;
    }
    assert!(commands >= 10, "only {commands} commands");
}

/// Rows that do not satisfy what is wanted stop the run late, and leave guarded what was.
#[test]
fn guarded_after_a_failure() {
    let rows =
        "INSERT INTO p VALUES (1); INSERT INTO t SELECT i, 'code ' || i, i, 1 FROM generate_series(1, 50) i";
    let mut stage = stage("guarded-failure", GUARDED, rows, GUARDED_OTHERWISE);
    stage.run("sync after.sql --yes", 2, &["VALIDATE CONSTRAINT t_n", "is violated by some row"]);
    for row in REFUSED {
        assert!(stage.client.batch_execute(row).is_err(), "taken: {row}");
    }
    stage.sql("UPDATE t SET n = 51 WHERE n = 1");
    stage.run("sync after.sql --yes", 0, &["Done"]);
    stage.run("check after.sql", 0, &["In sync."]);
}

#[test]
fn numbers_go_on() {
    let serial = "CREATE TABLE t (id serial PRIMARY KEY, note text); CREATE SEQUENCE s MAXVALUE 100;";
    let identity = "CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text); CREATE SEQUENCE s MAXVALUE 10;";
    let rows = "INSERT INTO t (note) SELECT 'x' FROM generate_series(1, 7); DELETE FROM t WHERE id > 3; SELECT setval('s', 5)";
    let mut stage = stage("numbers", serial, rows, identity);
    stage.run("sync after.sql --yes", 0, &["Done"]);
    let next = "INSERT INTO t (note) VALUES ('y') RETURNING id::text";
    assert_eq!(stage.text(next), "8");
    stage.sql("DELETE FROM t WHERE id = 8");
    stage.run("sync before.sql --yes", 0, &["Done"]);
    assert_eq!(stage.text(next), "9");
    assert_eq!(stage.text("SELECT nextval('s')::text"), "6");
    // Bounds that leave the value outside are refused, and nothing is changed.
    stage.sql("SELECT setval('s', 50)");
    stage.run(
        "sync after.sql --yes",
        2,
        &["fails if the sequence's value lies outside", "nothing was changed"],
    );
    assert_eq!(stage.text("SELECT nextval('s') || ' ' || (SELECT max(id) FROM t)"), "51 9");
    assert_eq!(stage.text(next), "10");
}

#[test]
fn rows_with_a_label_that_goes_stop_the_run() {
    let before = "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy'); CREATE TABLE t (id integer PRIMARY KEY, mood mood, all_of mood[]);";
    let after = "CREATE TYPE mood AS ENUM ('sad', 'happy'); CREATE TABLE t (id integer PRIMARY KEY, mood mood, all_of mood[]);";
    let mut stage = stage("labels", before, "INSERT INTO t VALUES (1, 'ok', '{sad,ok}')", after);
    stage.run("plan after.sql", 0, &["fails if column t.mood holds 'ok'"]);
    stage.run(
        "sync after.sql --yes",
        2,
        &["invalid input value for enum mood: \"ok\"", "nothing was changed"],
    );
    assert_eq!(stage.text("SELECT mood || ' ' || all_of::text FROM t"), "ok {sad,ok}");
    stage.sql("UPDATE t SET mood = 'sad'");
    stage.run("sync after.sql --yes", 2, &["\"ok\"", "nothing was changed"]);
    stage.sql("UPDATE t SET all_of = '{sad}'");
    stage.run("sync after.sql --yes", 0, &["Done"]);
    assert_eq!(stage.text("SELECT mood || ' ' || all_of::text FROM t"), "sad {sad}");
}

#[test]
fn limits_are_kept() {
    let before = "CREATE TABLE t (id integer PRIMARY KEY);
        CREATE FUNCTION slow() RETURNS integer LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(30); RETURN 1; END $$;";
    let after = format!("{before} ALTER TABLE t ADD COLUMN n integer DEFAULT slow();");
    let mut stage = stage("limits", before, "INSERT INTO t VALUES (1)", &after);
    let words =
        ["stopped at step 1 of 1", "it ran longer than 0.3 s", "nothing was changed", "--statement-timeout"];
    stage.run("sync after.sql --yes --statement-timeout 300ms", 2, &words);
    // Each pause is longer than the one before.
    let mut other = stage.database.client();
    let mut reader = other.transaction().unwrap();
    reader.query("SELECT * FROM t", &[]).unwrap();
    let words = ["again in 0.25 s", "again in 0.5 s", "3 tries", "nothing was changed"];
    stage.run("sync after.sql --yes --lock-timeout 100ms --lock-retries 2", 2, &words);
    drop(reader);
    assert_eq!(
        stage.text("SELECT count(*)::text FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0"),
        "1"
    );
}

#[test]
fn without_the_temp_privilege() {
    // What is written as XML the core compares as written: the server tells that it is the same.
    let before = "CREATE TABLE t (id integer, doc xml, CONSTRAINT doc_has_a CHECK (xmlexists('//a' PASSING BY REF doc)));";
    let mut stage = stage("no-temp", before, "", before);
    let name = stage.text("SELECT current_database()::text");
    stage.run("plan after.sql", 0, &["No differences."]);
    stage.sql(&format!(
        "REVOKE TEMP ON DATABASE \"{name}\" FROM PUBLIC; GRANT USAGE ON SCHEMA public TO role_b; ALTER ROLE role_b LOGIN"
    ));
    let url = stage.database.url("role_b");
    let plan = ended(command(&stage.folder, &url, "plan after.sql").spawn().unwrap());
    check(&plan, 0, &["whether constraint t.doc_has_a has changed cannot be told"]);
}

#[test]
fn check_names_invalid_indexes() {
    let before = "CREATE TABLE t (id integer);";
    let after = "CREATE TABLE t (id integer); CREATE UNIQUE INDEX t_id ON t (id);";
    let stage = stage("invalid", before, "INSERT INTO t VALUES (1), (1)", after);
    stage.run("sync after.sql --yes", 2, &["could not create unique index"]);
    stage.run(
        "check after.sql",
        1,
        &["index t_id: it is invalid: a build that failed or was cut off left it", "index t_id is missing"],
    );
    stage.run("check before.sql", 1, &["index t_id: it is invalid"]);
    stage.run("sync before.sql --yes", 0, &["DROP INDEX CONCURRENTLY t_id", "Done"]);
    stage.run("check before.sql", 0, &["In sync."]);
}

#[cfg(unix)]
#[test]
fn saved_plans_are_for_their_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let stage = stage("modes", "CREATE TABLE t (id integer);", "", "CREATE TABLE t (id integer, n integer);");
    let mode = |name: &str| stage.folder.path(name).metadata().unwrap().permissions().mode() & 0o777;
    stage.run("plan after.sql --out plan.json", 0, &[]);
    assert_eq!(mode("plan.json"), 0o600);
    // What somebody gave it, it keeps.
    std::fs::set_permissions(stage.folder.path("plan.json"), PermissionsExt::from_mode(0o640)).unwrap();
    stage.run("plan after.sql --out plan.json", 0, &[]);
    assert_eq!(mode("plan.json"), 0o640);
    stage.run("sync --plan plan.json --yes", 0, &["Done"]);
}

#[test]
fn a_run_without_a_journal_settles_an_earlier_one() {
    let before = "CREATE TABLE t (id integer);";
    let mut stage =
        stage("no-journal", before, "CREATE TABLE w ()", "CREATE TABLE t (id integer, n integer);");
    stage.run("sync before.sql --yes --allow-destructive", 0, &["Done"]);
    stage.sql(&format!("{HARNESS} INSERT INTO harness.stop VALUES (1)"));
    let mut child = start(&stage.folder, &stage.database, "sync after.sql --yes");
    until(&mut stage.client, "the wait", WAITING);
    child.kill().unwrap();
    child.wait().unwrap();
    stage.sql("DROP EVENT TRIGGER harness_wait");
    until(&mut stage.client, "the server's noticing", GONE);
    stage.run("sync after.sql --yes --no-journal", 0, &["was cut off", "Done"]);
    assert_eq!(stage.text("SELECT string_agg(state, ' ' ORDER BY id) FROM schemasync.runs"), "done lost");
}

/// Names mean what they mean to the plan, whatever path the role or the database has.
#[test]
fn the_search_path_of_others_does_not_count() {
    let before = "CREATE TABLE t (id integer);";
    let after = "CREATE TABLE t (id integer, n integer CHECK (n > 0)); CREATE INDEX t_n ON t (n); CREATE VIEW v AS SELECT n FROM t;";
    let mut stage = stage("path", before, "INSERT INTO t VALUES (1)", after);
    let name = stage.text("SELECT current_database()::text");
    stage.sql(&format!(
        "CREATE SCHEMA other; CREATE TABLE other.t (id integer); INSERT INTO other.t VALUES (1);
         ALTER DATABASE \"{name}\" SET search_path = other"
    ));
    stage.run("sync after.sql --yes", 0, &["Done"]);
    stage.run("check after.sql", 0, &["In sync."]);
    assert_eq!(
        stage.text(
            "SELECT count(*)::text FROM pg_attribute WHERE attrelid = 'other.t'::regclass AND attnum > 0"
        ),
        "1"
    );
}

/// Lists of processes show arguments to everybody.
#[cfg(target_os = "linux")]
#[test]
fn passwords_are_not_among_the_arguments() {
    let before = "CREATE TABLE t (id integer);";
    let mut stage =
        stage("arguments", before, "CREATE TABLE w ()", "CREATE TABLE t (id integer, n integer);");
    stage.run("sync before.sql --yes --allow-destructive", 0, &["Done"]);
    stage.sql(&format!("{HARNESS} INSERT INTO harness.stop VALUES (1)"));
    let url = stage.database.url("postgres");
    let glue = if url.contains('?') { "&" } else { "?" };
    let args = format!("sync after.sql --yes --url {url}{glue}password=geheim");
    let child = command(&stage.folder, &url, &args).spawn().unwrap();
    until(&mut stage.client, "the wait", WAITING);
    let shown = std::fs::read(format!("/proc/{}/cmdline", child.id())).unwrap();
    let shown = String::from_utf8_lossy(&shown).replace('\0', " ");
    assert!(shown.contains("sync after.sql") && !shown.contains("geheim"), "{shown}");
    stage.sql("UPDATE harness.stop SET at = 0; SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
    let done = ended(child);
    assert!(!format!("{}{}", done.out, done.err).contains("geheim"), "{}{}", done.out, done.err);
}

/// What only the server can tell is asked in one go, however much it is.
#[test]
fn questions_make_a_plan_wait_once() {
    let waits = |views: usize| {
        let view = |n| format!("CREATE VIEW v_{n} AS SELECT xmlelement(name a, id) AS x FROM t;\n");
        let text = format!("CREATE TABLE t (id integer);\n{}", (0..views).map(view).collect::<String>());
        let stage = stage("questions", &text, "", &text);
        let counter = Counter::new(&stage.folder.path(""), server().folder());
        let url = counter.url(&stage.database.name);
        let planned = ended(command(&stage.folder, &url, "plan after.sql").spawn().unwrap());
        check(&planned, 0, &["No differences"]);
        counter.taken().0
    };
    let without = waits(0);
    assert_eq!([waits(1), waits(30)], [without + 1, without + 1]);
}
