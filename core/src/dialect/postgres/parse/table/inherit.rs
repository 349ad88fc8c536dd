//! What partitions and inheriting tables get from their parents: columns, checks, keys, indexes, foreign keys. Done as
//! the server does it, at the moment when the parent or the child changes, so that generated names come out the same.

use super::super::builder::Builder;
use super::super::expression::{columns_used, same_tokens};
use super::super::fault::Parse;
use super::super::generated_names::{index_column_names, name_addition};
use super::super::index::missing_column;
use super::super::links::{column_id, constraint_id, object_id};
use super::super::names::missing;
use super::ConstraintDraft;
use crate::model::{
    Constraint, ConstraintRule, Exclude, ForeignKey, Index, IndexElement, IndexKey, Kind, Object,
    QualifiedName, SqlText,
};
use crate::source::Span;

impl Builder {
    /// Adds a constraint to a table, and to those that inherit it.
    pub(super) fn add_constraint(
        &mut self,
        table: &QualifiedName,
        mut draft: ConstraintDraft,
        recurse: bool,
    ) -> Parse {
        if let Some(index) = draft.using_index.take() {
            return self.constraint_using_index(table, draft, index);
        }
        let span = draft.span;
        if self.merges_check(table, &draft) {
            return Ok(());
        }
        if let Some(name) = &draft.name {
            self.check_new(&constraint_id(table, name), span)?;
        }
        let mut postponed = false;
        match &mut draft.constraint.rule {
            ConstraintRule::Key(key) => {
                self.check_columns(table, key.columns.iter().chain(&key.include), span)?
            }
            ConstraintRule::Exclude(exclude) => {
                self.settle_elements(Kind::Table, table, &mut exclude.index, span)?
            }
            ConstraintRule::ForeignKey(key) => {
                self.check_columns(table, key.columns.iter(), span)?;
                if let Some(name) = &draft.references {
                    postponed = !self.resolve_reference(key, name);
                }
            }
            ConstraintRule::Check { .. } => {}
        }
        let name = match draft.name.take() {
            Some(name) => name,
            None => self.constraint_name(table, &draft.constraint.rule),
        };
        if super::super::links::has_index(&draft.constraint.rule) {
            self.check_relation_name(&table.schema, &name, span)?;
        }
        if let ConstraintRule::Key(key) = &draft.constraint.rule
            && key.primary
        {
            self.set_not_null(table, &key.columns, recurse);
        }
        if let (true, Some(reference)) = (postponed, &draft.references) {
            self.postpone_reference(table, &name, reference);
        }
        self.put_constraint(table, &name, draft.constraint, span);
        if recurse {
            self.spread_constraint(table, &name, span);
        }
        Ok(())
    }

    /// Whether the constraint is a check that the table has from a parent already: then it is the table's own as well,
    /// unless the table is a partition.
    fn merges_check(&mut self, table: &QualifiedName, draft: &ConstraintDraft) -> bool {
        let partition = self.is_partition(table);
        let is_check = |constraint: &Constraint| matches!(constraint.rule, ConstraintRule::Check { .. });
        let inherited = draft.name.as_deref().and_then(|name| self.constraint_mut(table, name));
        match inherited.filter(|own| own.inherited && is_check(own) && is_check(&draft.constraint)) {
            Some(own) => {
                own.inherited = partition;
                true
            }
            None => false,
        }
    }

    fn check_columns<'c>(
        &self,
        table: &QualifiedName,
        mut columns: impl Iterator<Item = &'c String>,
        span: Span,
    ) -> Parse {
        match columns.find(|column| !self.schema.contains(&column_id(table, column))) {
            Some(column) => Err(missing_column(table, column, span)),
            None => Ok(()),
        }
    }

    /// Makes columns refuse NULL, in inheriting tables too.
    pub(super) fn set_not_null(&mut self, table: &QualifiedName, columns: &[String], recurse: bool) {
        for name in columns {
            if let Some(column) = self.column_mut(table, name) {
                column.not_null.get_or_insert_default();
            }
        }
        if recurse {
            for child in self.children(table) {
                self.set_not_null(&child, columns, true);
            }
        }
    }

    /// The name that PostgreSQL gives a constraint.
    pub(super) fn constraint_name(&self, table: &QualifiedName, rule: &ConstraintRule) -> String {
        match rule {
            ConstraintRule::Key(key) => {
                let mut columns = key.columns.clone();
                columns.extend(key.include.iter().cloned());
                self.choose_index_name(table, &columns, if key.primary { "pkey" } else { "key" })
            }
            ConstraintRule::Exclude(Exclude { index, .. }) => {
                self.choose_index_name(table, &index_column_names(&index.elements, &index.include), "excl")
            }
            ConstraintRule::ForeignKey(key) => {
                self.choose_constraint_name(&table.name, &name_addition(&key.columns), "fkey", &table.schema)
            }
            ConstraintRule::Check { expression, .. } => {
                let used =
                    columns_used(&expression.text, |name| self.schema.contains(&column_id(table, name)));
                let column = if used.len() == 1 { used.first().cloned() } else { None };
                self.choose_constraint_name(&table.name, &column.unwrap_or_default(), "check", &table.schema)
            }
        }
    }

    /// `ADD CONSTRAINT ... USING INDEX`: the index becomes the constraint's.
    fn constraint_using_index(
        &mut self,
        table: &QualifiedName,
        mut draft: ConstraintDraft,
        name: super::super::names::Name,
    ) -> Parse {
        let own = QualifiedName::new(table.schema.clone(), name.name.clone());
        let Some(Object::Index(index)) = self.schema.get(&object_id(Kind::Index, &own)) else {
            return Err(missing("index", &name.display(), name.span));
        };
        let index: Index = index.clone();
        if let ConstraintRule::Key(key) = &mut draft.constraint.rule {
            key.columns = index.elements.iter().filter_map(column_name).map(str::to_owned).collect();
            key.include = index.include;
            key.nulls_not_distinct = index.nulls_not_distinct;
            key.parameters = index.parameters;
            key.tablespace = index.tablespace;
            key.parent = index.parent;
            if key.primary {
                let columns = key.columns.clone();
                self.set_not_null(table, &columns, true);
            }
        }
        let constraint = draft.name.unwrap_or(name.name);
        self.check_new(&constraint_id(table, &constraint), draft.span)?;
        self.remove_index(&own);
        self.put_constraint(table, &constraint, draft.constraint, draft.span);
        Ok(())
    }

    /// Gives a constraint to the tables that hang on its table.
    fn spread_constraint(&mut self, table: &QualifiedName, name: &str, span: Span) {
        let Some(Object::Constraint(constraint)) = self.schema.get(&constraint_id(table, name)) else {
            return;
        };
        let check = match &constraint.rule {
            ConstraintRule::Check { no_inherit, .. } if *no_inherit => return,
            ConstraintRule::Check { .. } => true,
            _ => false,
        };
        let constraint = constraint.clone();
        for child in self.children(table) {
            if check {
                self.inherit_check(&child, name, &constraint, span);
            } else if !self.is_partition(&child) {
                continue;
            } else if let ConstraintRule::ForeignKey(key) = &constraint.rule {
                self.inherit_foreign_key(&child, name, &constraint, key, span);
            } else {
                self.inherit_key(&child, &QualifiedName::new(table.schema.clone(), name), &constraint, span);
            }
        }
    }

    fn is_partition(&self, table: &QualifiedName) -> bool {
        self.schema.table(&table.schema, &table.name).is_some_and(|table| table.partition_of.is_some())
    }

    fn is_foreign(&self, table: &QualifiedName) -> bool {
        self.schema.table(&table.schema, &table.name).is_some_and(|table| table.foreign.is_some())
    }

    /// All inheritable checks of a parent for one child.
    pub(super) fn inherit_checks(&mut self, parent: &QualifiedName, child: &QualifiedName, span: Span) {
        let checks: Vec<_> = (self.schema.constraints(&parent.schema, &parent.name))
            .filter(|(_, c)| matches!(c.rule, ConstraintRule::Check { no_inherit: false, .. }))
            .map(|(name, constraint)| (name.to_owned(), constraint.clone()))
            .collect();
        for (name, constraint) in checks {
            self.inherit_check(child, &name, &constraint, span);
        }
    }

    fn inherit_check(&mut self, child: &QualifiedName, name: &str, constraint: &Constraint, span: Span) {
        let partition = self.is_partition(child);
        match self.constraint_mut(child, name) {
            Some(own) => own.inherited |= partition,
            None => {
                let clone = Constraint { inherited: true, ..constraint.clone() };
                self.put_constraint(child, name, clone, span);
            }
        }
        self.spread_constraint(child, name, span);
    }

    /// All foreign keys of a parent for one partition.
    pub(super) fn inherit_foreign_keys(&mut self, parent: &QualifiedName, child: &QualifiedName, span: Span) {
        let keys: Vec<_> = (self.schema.constraints(&parent.schema, &parent.name))
            .filter(|(_, c)| matches!(c.rule, ConstraintRule::ForeignKey(_)))
            .map(|(name, constraint)| (name.to_owned(), constraint.clone()))
            .collect();
        for (name, constraint) in keys {
            if let ConstraintRule::ForeignKey(key) = &constraint.rule {
                self.inherit_foreign_key(child, &name, &constraint, key, span);
            }
        }
    }

    fn inherit_foreign_key(
        &mut self,
        child: &QualifiedName,
        name: &str,
        constraint: &Constraint,
        key: &ForeignKey,
        span: Span,
    ) {
        let own = (self.schema.constraints(&child.schema, &child.name)).find_map(|(own, clone)| match &clone
            .rule
        {
            ConstraintRule::ForeignKey(other) if !clone.inherited && other == key => Some(own.to_owned()),
            _ => None,
        });
        let own = match own {
            Some(own) => {
                if let Some(found) = self.constraint_mut(child, &own) {
                    found.inherited = true;
                }
                own
            }
            None => {
                let own = match self.schema.contains(&constraint_id(child, name)) {
                    true => self.choose_constraint_name(
                        &child.name,
                        &name_addition(&key.columns),
                        "fkey",
                        &child.schema,
                    ),
                    false => name.to_owned(),
                };
                let clone = Constraint { inherited: true, ..constraint.clone() };
                self.put_constraint(child, &own, clone, span);
                own
            }
        };
        self.spread_constraint(child, &own, span);
    }

    /// All keys and indexes of a partitioned table for one partition.
    pub(super) fn inherit_indexes(&mut self, parent: &QualifiedName, child: &QualifiedName, span: Span) {
        let keys: Vec<_> = (self.schema.constraints(&parent.schema, &parent.name))
            .filter(|(_, c)| super::super::links::has_index(&c.rule))
            .map(|(name, constraint)| (name.to_owned(), constraint.clone()))
            .collect();
        for (name, constraint) in keys {
            self.inherit_key(child, &QualifiedName::new(parent.schema.clone(), name), &constraint, span);
        }
        for name in self.links.indexes(parent) {
            self.inherit_index(child, &QualifiedName::new(parent.schema.clone(), name), span);
        }
    }

    fn inherit_key(
        &mut self,
        child: &QualifiedName,
        parent: &QualifiedName,
        constraint: &Constraint,
        span: Span,
    ) {
        if self.is_foreign(child) {
            return;
        }
        let own = (self.schema.constraints(&child.schema, &child.name))
            .find(|(_, own)| !own.inherited && same_key(&own.rule, &constraint.rule))
            .map(|(name, own)| (name.to_owned(), own.clone()));
        let new = own.is_none();
        let (name, mut clone) = match own {
            Some(found) => found,
            None => {
                let mut clone = constraint.clone();
                if let ConstraintRule::Key(key) = &mut clone.rule {
                    key.tablespace = None;
                }
                let name = self.constraint_name(child, &clone.rule);
                (name, clone)
            }
        };
        clone.inherited = true;
        match &mut clone.rule {
            ConstraintRule::Key(key) => key.parent = Some(parent.clone()),
            ConstraintRule::Exclude(exclude) => exclude.index.parent = Some(parent.clone()),
            _ => {}
        }
        if let ConstraintRule::Key(key) = &clone.rule
            && key.primary
        {
            let columns = key.columns.clone();
            self.set_not_null(child, &columns, true);
        }
        self.put_constraint(child, &name, clone, span);
        // One that was there has its shares in the child's own partitions.
        if new {
            self.spread_constraint(child, &name, span);
        }
    }

    /// Gives an index of a partitioned table to all partitions.
    pub(in super::super) fn spread_index(
        &mut self,
        table: &QualifiedName,
        index: &QualifiedName,
        span: Span,
    ) {
        for child in self.children(table) {
            if self.is_partition(&child) {
                self.inherit_index(&child, index, span);
            }
        }
    }

    fn inherit_index(&mut self, child: &QualifiedName, parent: &QualifiedName, span: Span) {
        if self.is_foreign(child) {
            return;
        }
        let Some(Object::Index(index)) = self.schema.get(&object_id(Kind::Index, parent)) else { return };
        let mut clone = index.clone();
        let candidates = self.links.indexes(child).into_iter();
        let own = candidates.map(|name| QualifiedName::new(child.schema.clone(), name)).find(|name| {
            matches!(self.schema.get(&object_id(Kind::Index, name)),
                Some(Object::Index(own)) if own.parent.is_none() && same_index(own, &clone))
        });
        let new = own.is_none();
        let name = match own {
            Some(name) => {
                if let Some(Object::Index(own)) = self.schema.get(&object_id(Kind::Index, &name)) {
                    clone = own.clone();
                }
                name
            }
            None => {
                let columns = index_column_names(&clone.elements, &clone.include);
                let name = self.choose_index_name(child, &columns, "idx");
                clone.table.clone_from(&child.name);
                clone.only = false;
                clone.statistics.clear();
                QualifiedName::new(child.schema.clone(), name)
            }
        };
        clone.parent = Some(parent.clone());
        self.put_index(&name, clone, span);
        if new {
            self.spread_index(child, &name, span);
        }
    }
}

fn column_name(element: &IndexElement) -> Option<&str> {
    match &element.key {
        IndexKey::Column(name) => Some(name),
        IndexKey::Expression(_) => None,
    }
}

fn same_text(a: Option<&SqlText>, b: Option<&SqlText>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => same_tokens(&a.text, &b.text),
        (None, None) => true,
        _ => false,
    }
}

/// Whether PostgreSQL would take one index for the partition's part of the other.
fn same_index(a: &Index, b: &Index) -> bool {
    let same_element = |(a, b): (&IndexElement, &IndexElement)| {
        let key = match (&a.key, &b.key) {
            (IndexKey::Expression(a), IndexKey::Expression(b)) => same_text(Some(a), Some(b)),
            (a, b) => a == b,
        };
        // The order (DESC, NULLS FIRST) counts for nothing when the server compares.
        key && (&a.collation, &a.opclass) == (&b.collation, &b.opclass)
    };
    (a.unique, &a.method, &a.include, a.nulls_not_distinct)
        == (b.unique, &b.method, &b.include, b.nulls_not_distinct)
        && a.elements.len() == b.elements.len()
        && a.elements.iter().zip(&b.elements).all(same_element)
        && same_text(a.predicate.as_ref(), b.predicate.as_ref())
}

fn same_key(a: &ConstraintRule, b: &ConstraintRule) -> bool {
    match (a, b) {
        (ConstraintRule::Key(a), ConstraintRule::Key(b)) => {
            (a.primary, &a.columns, &a.include, a.nulls_not_distinct)
                == (b.primary, &b.columns, &b.include, b.nulls_not_distinct)
        }
        (ConstraintRule::Exclude(a), ConstraintRule::Exclude(b)) => {
            a.operators == b.operators && same_index(&a.index, &b.index)
        }
        _ => false,
    }
}
