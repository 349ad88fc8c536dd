//! `LIKE other INCLUDING ...`: what is copied of another table.

use super::super::builder::Builder;
use super::super::cursor::Cursor;
use super::super::fault::Parse;
use super::super::generated_names::index_column_names;
use super::super::links::{column_id, constraint_id, has_index};
use super::super::names::Name;
use super::super::statistics;
use crate::model::{Constraint, ConstraintRule, Facet, Index, Kind, Object, ObjectId, QualifiedName};
use crate::source::Span;

/// What a LIKE copies beside names, types and NOT NULL.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Like {
    pub(super) source: Name,
    pub(super) comments: bool,
    pub(super) compression: bool,
    pub(super) constraints: bool,
    pub(super) defaults: bool,
    pub(super) generated: bool,
    pub(super) identity: bool,
    pub(super) indexes: bool,
    pub(super) statistics: bool,
    pub(super) storage: bool,
}

/// Reads the clause from the word LIKE on.
pub(super) fn like(cursor: &mut Cursor<'_>) -> Parse<Like> {
    cursor.expect("like")?;
    let mut like = Like { source: cursor.name()?, ..Like::default() };
    loop {
        let on = match cursor.eat_any(&["including", "excluding"]) {
            Some(word) => word == "including",
            None => return Ok(like),
        };
        match cursor.ident()?.as_str() {
            "comments" => like.comments = on,
            "compression" => like.compression = on,
            "constraints" => like.constraints = on,
            "defaults" => like.defaults = on,
            "generated" => like.generated = on,
            "identity" => like.identity = on,
            "indexes" => like.indexes = on,
            "statistics" => like.statistics = on,
            "storage" => like.storage = on,
            "all" => {
                let source = std::mem::take(&mut like.source);
                like = Like {
                    source,
                    comments: on,
                    compression: on,
                    constraints: on,
                    defaults: on,
                    generated: on,
                    identity: on,
                    indexes: on,
                    statistics: on,
                    storage: on,
                };
            }
            _ => return Err(cursor.expected("what to include")),
        }
    }
}

impl Builder {
    /// Copies what a LIKE asks for beyond columns: checks, indexes, statistics, comments.
    pub(super) fn copy_like(&mut self, like: &Like, source: &QualifiedName, own: &QualifiedName, span: Span) {
        let constraints: Vec<(String, Constraint)> = (self.schema.constraints(&source.schema, &source.name))
            .map(|(name, constraint)| {
                (name.to_owned(), Constraint { inherited: false, ..constraint.clone() })
            })
            .collect();
        for (name, constraint) in constraints {
            let check = matches!(constraint.rule, ConstraintRule::Check { .. });
            if check && like.constraints && !self.schema.contains(&constraint_id(own, &name)) {
                self.put_constraint(own, &name, constraint, span);
                self.copy_comment(like, constraint_id(source, &name), constraint_id(own, &name), span);
            } else if has_index(&constraint.rule) && like.indexes {
                self.copy_key(like, constraint_id(source, &name), constraint, own, span);
            }
        }
        for name in Some(self.links.indexes(source)).filter(|_| like.indexes).unwrap_or_default() {
            let from = ObjectId::new(Kind::Index, source.schema.clone(), name);
            let Some(Object::Index(index)) = self.schema.get(&from) else { continue };
            let index = Index { table: own.name.clone(), parent: None, only: false, ..index.clone() };
            let columns = index_column_names(&index.elements, &index.include);
            let name = self.choose_index_name(own, &columns, "idx");
            let to = ObjectId::new(Kind::Index, own.schema.clone(), name.clone());
            self.put_index(&QualifiedName::new(own.schema.clone(), name), index, span);
            self.copy_comment(like, from, to, span);
        }
        if like.statistics {
            let table = |name: &QualifiedName| ObjectId::table(&*name.schema, &*name.name);
            for (from, to) in statistics::copy(self, &table(source), &table(own), span) {
                self.copy_comment(like, from, to, span);
            }
        }
        for name in self.column_names(source) {
            self.copy_comment(like, column_id(source, &name), column_id(own, &name), span);
        }
    }

    fn copy_key(
        &mut self,
        like: &Like,
        from: ObjectId,
        mut constraint: Constraint,
        own: &QualifiedName,
        span: Span,
    ) {
        match &mut constraint.rule {
            ConstraintRule::Key(key) => key.parent = None,
            ConstraintRule::Exclude(exclude) => exclude.index.parent = None,
            _ => {}
        }
        if let ConstraintRule::Key(key) = &constraint.rule
            && key.primary
        {
            let columns = key.columns.clone();
            self.set_not_null(own, &columns, false);
        }
        let name = self.constraint_name(own, &constraint.rule);
        self.put_constraint(own, &name, constraint, span);
        self.copy_comment(like, from, constraint_id(own, &name), span);
    }

    fn copy_comment(&mut self, like: &Like, from: ObjectId, to: ObjectId, span: Span) {
        let comment = self.schema.get(&from.facet(Facet::Comment)).filter(|_| like.comments).cloned();
        if let Some(comment) = comment {
            self.put(to.facet(Facet::Comment), comment, span);
        }
    }
}
