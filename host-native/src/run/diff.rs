//! `schemasync diff`: two sources in, the way from one to the other out.

use super::Answer;
use super::read::{Side, refuse};
use crate::args::{Diff, DiffFormat};
use crate::failure::{DIFFERENT, Failure};
use crate::output::Terminal;
use crate::source::Place;
use schemasync_core::diagnostic::{Level, Renderer};
use schemasync_core::model::{Kind, Schema};
use schemasync_core::options::{self, Options};
use schemasync_core::pair::Pair;
use schemasync_core::plan::Plan;
use schemasync_core::report::{self, Report};
use schemasync_core::{canonical, plan, plan_back, snapshot};

/// Runs it.
pub(super) fn diff(from: &Place, to: &Place, asked: &Diff, terminal: &Terminal) -> Result<Answer, Failure> {
    let read = |place: &Place| Side::read(place, &asked.scope, terminal);
    let sides = Pair::new(read(from)?, read(to)?);
    refuse(&[&sides.current, &sides.desired])?;
    let schemas = sides.as_ref().map(|side| &side.schema);
    known(&asked.scope.schema, schemas)?;
    let mut options = options(asked)?;
    options.directives = sides.desired.renames.clone();
    let there = plan(schemas, &options);
    let back = asked.reverse.then(|| plan_back(schemas, &options));
    let shown = back.as_ref().unwrap_or(&there);
    tell(shown, terminal)?;
    let left_out: Vec<String> =
        [&sides.current, &sides.desired].iter().flat_map(|side| side.left_out.clone()).collect();
    let fingerprints = match asked.format {
        DiffFormat::Json => schemas.map(|schema| snapshot::fingerprint(&canonical(schema))),
        _ => Pair::default(),
    };
    let report = Report {
        fingerprints: if asked.reverse { fingerprints.swap() } else { fingerprints },
        left_out: &left_out,
        there: back.is_some().then_some(&there),
        ..Report::new(shown)
    };
    let text = match asked.format {
        DiffFormat::Sql => report::sql(&report),
        DiffFormat::Text => report::text(&report, terminal.color_out && asked.out.is_none()),
        DiffFormat::Json => report::json(&report),
        DiffFormat::Markdown => report::markdown(&report),
    };
    let mut answer = Answer::text(text, asked.out.as_ref());
    if asked.exit_code && !shown.changes.is_empty() {
        answer.status = DIFFERENT;
    }
    Ok(answer)
}

/// A schema that neither side knows is a slip: nothing would ever differ.
fn known(names: &[String], schemas: Pair<&Schema>) -> Result<(), Failure> {
    let lives = |schema: &Schema, name: &str| {
        schema.objects.keys().any(|id| id.schema == name || id.kind == Kind::Schema && id.name == name)
    };
    match names.iter().find(|name| !lives(schemas.current, name) && !lives(schemas.desired, name)) {
        Some(name) => Err(Failure::new(format!("neither FROM nor TO has anything in a schema `{name}`"))
            .help("--schema takes a name as it is, without quotes or patterns")),
        None => Ok(()),
    }
}

fn options(asked: &Diff) -> Result<Options, Failure> {
    Ok(Options {
        renames: renames(&asked.rename)?,
        manage: super::live::manage(&asked.manage),
        online: asked.online,
        ..Options::default()
    })
}

/// What `--rename` says, each time it is given.
pub(super) fn renames(asked: &[String]) -> Result<Vec<options::Rename>, Failure> {
    asked.iter().map(|rename| self::rename(rename)).collect()
}

fn rename(asked: &str) -> Result<options::Rename, Failure> {
    match asked.split_once('=') {
        Some((from, to)) if !from.trim().is_empty() && !to.trim().is_empty() => {
            Ok(options::Rename { from: from.trim().into(), to: to.trim().into() })
        }
        _ => Err(Failure::new(format!("`--rename {asked}` is not of the form OLD=NEW"))
            .help("as in --rename orders.note=remark")),
    }
}

/// Says what the plan has to say. A plan that leaves out what it should do is none.
fn tell(plan: &Plan, terminal: &Terminal) -> Result<(), Failure> {
    plan.diagnostics.iter().for_each(|diagnostic| terminal.diagnose(diagnostic, &Renderer::new(&[])));
    match plan.diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error).count() {
        0 => Ok(()),
        faults => Err(Failure::new(format!("{}, nothing printed", super::read::count(faults, "error")))),
    }
}
