//! Tables of a composite type follow what a later statement makes of the type, as with CASCADE.

use super::super::builder::Builder;
use super::super::fault::Parse;
use super::super::links::column_id;
use crate::model::{Kind, Object, ObjectId, QualifiedName};
use crate::source::Span;

impl Builder {
    /// Gives the tables of a type the attributes that it has now; `renamed` is the one that has another name.
    pub(in super::super) fn follow_type(
        &mut self,
        ty: &QualifiedName,
        renamed: Option<(&str, &str)>,
        span: Span,
    ) -> Parse {
        let tables: Vec<QualifiedName> = (self.schema.objects.range(ObjectId::table("", "")..))
            .take_while(|(id, _)| id.kind == Kind::Table)
            .filter(
                |(_, object)| matches!(object, Object::Table(table) if table.of_type.as_ref() == Some(ty)),
            )
            .map(|(id, _)| QualifiedName::new(id.schema.clone(), id.name.clone()))
            .collect();
        for table in tables {
            match renamed {
                Some((old, new)) => {
                    self.name_columns_of_views(&table, old);
                    self.rename_column(&table, old, new);
                    self.follow(&column_id(&table, old), &column_id(&table, new));
                }
                None => self.take_attributes(&table, ty, span)?,
            }
        }
        Ok(())
    }

    fn take_attributes(&mut self, table: &QualifiedName, ty: &QualifiedName, span: Span) -> Parse {
        let wanted = self.type_columns(ty, span);
        for name in self.column_names(table) {
            if !wanted.iter().any(|column| column.name == name) {
                self.drop_column(table, &name, true);
            }
        }
        for draft in wanted {
            match self.column_mut(table, &draft.name) {
                Some(column) => {
                    column.ty = draft.column.ty;
                    column.collation = draft.column.collation;
                }
                None => {
                    let position = self.next_position(table);
                    self.put_column(table, draft, position)?;
                }
            }
        }
        Ok(())
    }
}
