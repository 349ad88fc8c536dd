//! GRANT and REVOKE on objects of every kind. Membership in roles: `role`.

use super::builder::Builder;
use super::cluster;
use super::cursor::Cursor;
use super::fault::Parse;
use super::role;
use super::statement::Readers;
use super::target::{self, Target};
use crate::dialect::postgres::privileges;
use crate::model::{Column, Facet, Grant, Kind, Object, ObjectId};
use crate::source::Span;

pub(super) const READERS: Readers = &[("grant", grant), ("revoke", revoke)];

/// Privileges with the columns they are for.
pub(super) type Privileges = Vec<(String, Vec<String>)>;

/// What is given or taken, and whether only the right to pass it on.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// Privileges with the columns they are for; no privileges for ALL.
    pub(super) privileges: Privileges,
    /// REVOKE rather than GRANT.
    pub(super) revoke: bool,
    /// `WITH GRANT OPTION`, `GRANT OPTION FOR`.
    pub(super) option: bool,
    /// To or from whom.
    pub(super) grantees: Vec<String>,
}

/// A grant on all there is in some schemas, to be given to what other sources make, too.
#[derive(Clone, Debug)]
pub struct GrantOnAll {
    kinds: &'static [Kind],
    /// Of routines, whether procedures (true) or the others (false) are meant alone.
    procedures: Option<bool>,
    schemas: Vec<String>,
    change: Change,
    span: Span,
}

fn grant(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    statement(cursor, builder, false)
}

fn revoke(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    statement(cursor, builder, true)
}

fn statement(cursor: &mut Cursor<'_>, builder: &mut Builder, revoke: bool) -> Parse {
    let option = revoke && cursor.eat("grant option for");
    let start = *cursor;
    let Some(privileges) = privileges_on(cursor)? else {
        role::membership(&start, builder);
        return Ok(());
    };
    if cursor.eat_any(&["large object", "database"]).is_some() {
        return Ok(());
    }
    if cursor.eat_any(&["tablespace", "parameter"]).is_some() {
        cluster::pass_over(cursor, builder);
        return Ok(());
    }
    if cursor.eat("all") {
        return on_all(cursor, builder, privileges, revoke, option);
    }
    let ids = objects(cursor, builder)?;
    let change = grantees(cursor, builder, privileges, revoke, option)?;
    let span = cursor.statement_span();
    for id in ids {
        builder.change_privileges(&id, &change, span);
    }
    Ok(())
}

/// The privileges up to ON; `None` when there is no ON, because then these are roles.
pub(super) fn privileges_on(cursor: &mut Cursor<'_>) -> Parse<Option<Privileges>> {
    let mut out = Vec::new();
    loop {
        let mut word = cursor.ident()?;
        if word == "alter" && cursor.eat("system") {
            word = "alter system".to_owned();
        }
        if word == "all" {
            cursor.eat("privileges");
        }
        let columns = if cursor.at_punct("(") { cursor.ident_list()? } else { Vec::new() };
        out.push((word, columns));
        if !cursor.eat_punct(",") {
            break;
        }
    }
    Ok(cursor.eat("on").then_some(out))
}

/// The rest of the statement after the objects.
pub(super) fn grantees(
    cursor: &mut Cursor<'_>,
    builder: &Builder,
    privileges: Privileges,
    revoke: bool,
    option: bool,
) -> Parse<Change> {
    cursor.expect(if revoke { "from" } else { "to" })?;
    let grantees = cursor.commas(|cursor| {
        if !cursor.peek_kw(1, "with") {
            cursor.eat("group");
        }
        grantee(cursor, builder)
    })?;
    let option = cursor.eat("with grant option") || option;
    if cursor.eat("granted by") {
        cursor.ident()?;
    }
    cursor.eat_any(&["cascade", "restrict"]);
    cursor.expect_end()?;
    Ok(Change { privileges, revoke, option, grantees })
}

/// A role; the session's own where the source says which that is.
pub(super) fn grantee(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<String> {
    if let Some(own) = cursor.eat_any(&["current_user", "session_user", "current_role"]) {
        return Ok(builder.role.clone().unwrap_or_else(|| own.to_owned()));
    }
    if cursor.at_string() { cursor.string() } else { cursor.ident() }
}

/// The objects, those left out that are not ours.
fn objects(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse<Vec<ObjectId>> {
    let target = match cursor.peek_text(1) {
        "," | "." => None,
        _ if cursor.peek_kw(1, "to") || cursor.peek_kw(1, "from") => None,
        _ => target::eat(cursor),
    };
    let table = Target { words: "table", kind: Kind::Table, form: target::Form::Relation };
    let target = target.unwrap_or(table);
    let mut out = Vec::new();
    loop {
        let found = target::reference(cursor, builder, target);
        out.extend(builder.known(found, cursor)?);
        if !cursor.eat_punct(",") {
            return Ok(out);
        }
    }
}

fn on_all(
    cursor: &mut Cursor<'_>,
    builder: &mut Builder,
    privileges: Privileges,
    revoke: bool,
    option: bool,
) -> Parse {
    let word = cursor.eat_any(&["tables", "sequences", "functions", "procedures", "routines"]);
    let kinds: &'static [Kind] = match word {
        Some("tables") => &[Kind::Table, Kind::View],
        Some("sequences") => &[Kind::Sequence],
        Some(_) => &[Kind::Function, Kind::Aggregate],
        None => return Err(cursor.expected("TABLES, SEQUENCES, FUNCTIONS, PROCEDURES or ROUTINES")),
    };
    let procedures =
        (word == Some("functions") || word == Some("procedures")).then_some(word == Some("procedures"));
    cursor.expect("in schema")?;
    let schemas = cursor.commas(|cursor| cursor.ident())?;
    let change = grantees(cursor, builder, privileges, revoke, option)?;
    let all = GrantOnAll { kinds, procedures, schemas, change, span: cursor.statement_span() };
    builder.grant_on_all(&all, |_| true);
    builder.grants_on_all.push(all);
    Ok(())
}

impl Builder {
    /// Gives to (or takes from) everything that is there by now and of which `wanted` holds.
    fn grant_on_all(&mut self, all: &GrantOnAll, wanted: impl Fn(Option<&Span>) -> bool) {
        // Where each was made, and on what the privileges are.
        let mut ids: Vec<(ObjectId, ObjectId)> = Vec::new();
        for kind in all.kinds {
            for schema in &all.schemas {
                let objects = self.schema.objects.range(ObjectId::new(*kind, schema, "")..);
                let inside = objects.take_while(|(id, _)| id.kind == *kind && id.schema == *schema);
                let inside = inside.filter(|(id, _)| id.facet == Facet::Itself);
                ids.extend(inside.map(|(id, _)| (id.clone(), id.clone())));
                if *kind == Kind::Sequence {
                    ids.extend(self.identity_sequences(schema));
                }
            }
        }
        let is_procedure =
            |id: &ObjectId| matches!(self.schema.get(id), Some(Object::Routine(of)) if of.procedure);
        ids.retain(|(made, _)| all.procedures.is_none_or(|meant| is_procedure(made) == meant));
        ids.retain(|(made, _)| wanted(self.spans.get(made)));
        for (_, id) in ids {
            self.change_privileges(&id, &all.change, all.span);
        }
    }

    /// The identity columns of a schema's tables with their sequences.
    fn identity_sequences(&self, schema: &str) -> Vec<(ObjectId, ObjectId)> {
        (self.schema.objects.range(ObjectId::new(Kind::Column, schema, "")..))
            .take_while(|(id, _)| id.kind == Kind::Column && id.schema == schema)
            .filter_map(|(id, object)| match object {
                Object::Column(Column { identity: Some(of), .. }) => {
                    let name = &of.sequence_name;
                    Some((id.clone(), ObjectId::new(Kind::Sequence, &name.schema, &name.name)))
                }
                _ => None,
            })
            .collect()
    }

    /// Files come in any order: `ON ALL TABLES` in one is meant for the tables of the later ones as well.
    pub(super) fn grant_across_sources(&mut self) {
        for all in std::mem::take(&mut self.grants_on_all) {
            let source = all.span.source;
            self.grant_on_all(&all, |made| made.is_some_and(|made| made.source > source));
        }
    }

    /// Gives or takes privileges on one object.
    pub(super) fn change_privileges(&mut self, id: &ObjectId, change: &Change, span: Span) {
        for grantee in &change.grantees {
            for (privilege, columns) in &change.privileges {
                if columns.is_empty() {
                    self.change_privilege(id, grantee, privilege, change, span);
                }
                for column in columns {
                    let id = ObjectId::column(&id.schema, &id.name, column);
                    self.change_privilege(&id, grantee, privilege, change, span);
                }
            }
        }
    }

    fn change_privilege(
        &mut self,
        id: &ObjectId,
        grantee: &str,
        privilege: &str,
        change: &Change,
        span: Span,
    ) {
        let mut grant = self.privileges(id, grantee);
        change.apply(&mut grant.privileges, id.kind, privilege);
        self.put(id.facet(Facet::Grant(grantee.to_owned())), Object::Grant(grant), span);
        if change.revoke && matches!(id.kind, Kind::Table | Kind::View) {
            self.revoke_on_columns(id, grantee, privilege, change);
        }
    }

    /// What is revoked on a table is revoked on its columns, too.
    fn revoke_on_columns(&mut self, id: &ObjectId, grantee: &str, privilege: &str, change: &Change) {
        let facet = Facet::Grant(grantee.to_owned());
        let granted: Vec<_> = (self.schema.parts(Kind::Column, &id.schema, &id.name))
            .filter(|(column, _)| column.facet == facet)
            .map(|(column, _)| column.clone())
            .collect();
        for column in granted {
            if let Some(Object::Grant(grant)) = self.schema.objects.get_mut(&column) {
                change.apply(&mut grant.privileges, Kind::Column, privilege);
            }
        }
    }
}

impl Change {
    /// Applies one privilege (or `all`) of it to what a grantee has.
    pub(super) fn apply(
        &self,
        held: &mut crate::collections::BTreeMap<String, bool>,
        kind: Kind,
        privilege: &str,
    ) {
        let names: Vec<String> = match (privilege, self.revoke) {
            ("all", true) => held.keys().cloned().collect(),
            ("all", false) => privileges::all(kind).iter().map(|name| (*name).to_owned()).collect(),
            ("temp", _) => vec!["temporary".to_owned()],
            (name, _) => vec![name.to_owned()],
        };
        let more = privileges::holds_more(kind, &Grant { privileges: held.clone() });
        if more && privilege != "all" && self.revoke && !self.option {
            held.insert(privileges::REST_OF_ALL.to_owned(), false);
        }
        for name in names {
            match (self.revoke, self.option) {
                (false, option) => *held.entry(name).or_default() |= option,
                (true, false) => drop(held.remove(&name)),
                (true, true) => {
                    if let Some(option) = held.get_mut(&name) {
                        *option = false;
                    }
                }
            }
        }
        if privileges::holds_all(kind, &Grant { privileges: held.clone() }) {
            held.remove(privileges::REST_OF_ALL);
        }
    }
}
