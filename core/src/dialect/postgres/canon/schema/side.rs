//! One side of a comparison: its schema, and what is found out about it once (the columns of its views).

use crate::collections::{BTreeMap, BTreeSet};
use crate::dialect::postgres::canon::builtin::relations;
use crate::dialect::postgres::canon::types::TypeName;
use crate::dialect::postgres::canon::{self, Canonical, Context, Outcome, Visible, builtin};
use crate::model::{ColumnType, Kind, Object, ObjectId, QualifiedName, Schema, SqlText};
use std::cell::{Cell, RefCell};

type Columns = Vec<(String, ColumnType)>;

/// Whose columns an expression can name.
#[derive(Clone, Debug)]
pub(super) enum Row {
    /// Nobody's.
    None,
    /// A table's or view's.
    Relation { schema: String, name: String },
    /// A table's as OLD and NEW; those of one of them can be named bare.
    OldNew { schema: String, name: String, bare: Option<&'static str> },
    /// VALUE of that type.
    Value(ColumnType),
    /// A function's arguments.
    Arguments { function: ObjectId },
}

/// How many views stand on each other before the lowest are found out first: the stack is not for chains of any length.
const DEEPEST: usize = 16;

/// A schema and what was found out about it.
pub(super) struct Side<'a> {
    /// The schema.
    pub(super) schema: &'a Schema,
    /// What comes out of views; `None` where it cannot be known, or is being found out (a ring of views).
    views: RefCell<BTreeMap<ObjectId, Option<Outcome>>>,
    /// How many views are being found out, one for the sake of the other.
    depth: Cell<usize>,
    /// Views that lie too deep below the one that is being found out: they come first.
    deeper: RefCell<BTreeSet<ObjectId>>,
    /// Schemas into which extensions were put.
    extensions: BTreeSet<String>,
}

impl<'a> Side<'a> {
    pub(super) fn new(schema: &'a Schema) -> Self {
        let mut extensions = BTreeSet::from(["public".to_owned()]);
        let all = schema.objects.range(ObjectId::new(Kind::Extension, "", "")..);
        for (_, object) in all.take_while(|(id, _)| id.kind == Kind::Extension) {
            if let Object::Extension(extension) = object {
                extensions.extend(extension.schema.clone());
            }
        }
        Side {
            schema,
            views: RefCell::default(),
            depth: Cell::default(),
            deeper: RefCell::default(),
            extensions,
        }
    }

    /// Where an extension was put: where it says, else `public`, even if nobody here makes it.
    pub(super) fn extension_home(&self, name: &str) -> String {
        match self.schema.get(&ObjectId::new(Kind::Extension, "", name)) {
            Some(Object::Extension(extension)) => extension.schema.clone(),
            _ => None,
        }
        .unwrap_or_else(|| "public".to_owned())
    }

    /// Where a type lives that nobody here makes: where the extension is that is known to bring it.
    pub(super) fn type_home(&self, name: &str) -> String {
        let row = builtin::extensions::type_named(name);
        self.extension_home(row.map_or(name, |row| row.extension))
    }

    /// Whether extensions live in a schema.
    pub(super) fn is_extension_schema(&self, schema: &str) -> bool {
        self.extensions.contains(schema)
    }

    /// Whether an operator class is somebody's own, and no extension's.
    pub(super) fn makes_opclass(&self, of: &QualifiedName) -> bool {
        self.schema.parts(Kind::OperatorClass, &of.schema, &of.name).next().is_some()
    }

    /// The columns of a relation, in their order.
    pub(super) fn columns(&self, id: &ObjectId) -> Option<Columns> {
        match id.kind {
            Kind::Table => {
                let columns = self.schema.columns(&id.schema, &id.name);
                Some(columns.into_iter().map(|(name, column)| (name.to_owned(), column.ty.clone())).collect())
            }
            Kind::View => self.view(id).map(|view| view.columns),
            Kind::Sequence => {
                let column = |name: &str, ty: &str| (name.to_owned(), ColumnType::builtin(ty));
                Some(vec![
                    column("last_value", "bigint"),
                    column("log_cnt", "bigint"),
                    column("is_called", "boolean"),
                ])
            }
            _ => None,
        }
    }

    /// What comes out of a view.
    pub(super) fn view(&self, id: &ObjectId) -> Option<Outcome> {
        if let Some(known) = self.views.borrow().get(id) {
            return known.clone();
        }
        match self.depth.get() {
            0 => self.from_below(id),
            1..DEEPEST => self.view_of_known(id),
            _ => {
                self.deeper.borrow_mut().insert(id.clone());
                None
            }
        }
    }

    /// The same, whatever chain of views it stands on: those too deep for the stack are found out before.
    fn from_below(&self, id: &ObjectId) -> Option<Outcome> {
        let mut open = vec![id.clone()];
        let mut outcome = None;
        while let Some(view) = open.last() {
            outcome = self.view_of_known(view);
            let deeper = self.deeper.take();
            if deeper.is_empty() {
                open.pop();
            }
            for view in deeper {
                match open.contains(&view) {
                    // A ring of views.
                    true => _ = self.views.borrow_mut().insert(view, None),
                    false => open.push(view),
                }
            }
        }
        outcome
    }

    fn view_of_known(&self, id: &ObjectId) -> Option<Outcome> {
        self.views.borrow_mut().insert(id.clone(), None);
        self.depth.set(self.depth.get() + 1);
        let outcome = match self.schema.get(id) {
            Some(Object::View(view)) => {
                canon::query_outcome(&view.query.text, &self.context(&view.query), &view.columns)
            }
            _ => None,
        };
        self.depth.set(self.depth.get() - 1);
        match self.deeper.borrow().is_empty() {
            true => self.views.borrow_mut().insert(id.clone(), outcome.clone()),
            false => self.views.borrow_mut().remove(id),
        };
        outcome
    }

    /// The columns that come out of a query.
    pub(super) fn query_columns(&self, query: &SqlText, names: &[String]) -> Option<Columns> {
        canon::query_outcome(&query.text, &self.context(query), names).map(|outcome| outcome.columns)
    }

    fn context<'c>(&'c self, text: &'c SqlText) -> Context<'c> {
        Context::new(self, text.path.as_slice())
    }

    /// The canonical form of an expression.
    pub(super) fn expression(
        &self,
        text: &SqlText,
        row: &Row,
        target: Option<&ColumnType>,
        condition: bool,
    ) -> Canonical {
        let relations = self.visible(row, text);
        let value = match row {
            Row::Value(ty) => Some(ty),
            _ => None,
        };
        let context = Context { relations: &relations, value, target, condition, ..self.context(text) };
        canon::expression(&text.text, &context)
    }

    /// The canonical form of a view's query, and whether it took the column names in.
    pub(super) fn query(&self, text: &SqlText, columns: &[String]) -> (Canonical, bool) {
        canon::query(&text.text, &self.context(text), columns)
    }

    /// The type of an expression.
    pub(super) fn expression_type(&self, text: &SqlText, row: &Row) -> Option<ColumnType> {
        let relations = self.visible(row, text);
        canon::expression_type(&text.text, &Context { relations: &relations, ..self.context(text) })
    }

    /// The canonical form of a rule's command or a function's body.
    pub(super) fn statement(&self, text: &SqlText, row: &Row) -> Canonical {
        let relations = self.visible(row, text);
        canon::statement(&text.text, &Context { relations: &relations, ..self.context(text) })
    }

    /// The types of a partitioned table's key, as far as they are known.
    pub(super) fn key_types(&self, table: &QualifiedName) -> Vec<Option<ColumnType>> {
        let Some(by) = self.schema.table(&table.schema, &table.name).and_then(|t| t.partition_by.as_ref())
        else {
            return Vec::new();
        };
        let row = Row::Relation { schema: table.schema.clone(), name: table.name.clone() };
        let key_type = |key: &SqlText| {
            let (head, _) = self.split_key(key);
            let head = SqlText { text: head, path: key.path.clone() };
            match self.lone_column(&head, &row) {
                Some(column) => self.row_column(&row, &column).0,
                None => self.expression_type(&head, &row),
            }
        };
        by.key.iter().map(key_type).collect()
    }

    /// The columns of a relation that a text may name: its words are looked up, for there may be many more columns. All
    /// of them where it may mean whole rows.
    fn columns_for(&self, id: &ObjectId, text: &SqlText) -> Option<Columns> {
        let Ok(tokens) = canon::lex::tokens(&text.text) else { return self.columns(id) };
        let whole = |token: &canon::lex::Token<'_>| token.text == "*" || token.text == id.name.as_str();
        if id.kind != Kind::Table || tokens.iter().any(whole) {
            return self.columns(id);
        }
        let is_name =
            |t: &&canon::lex::Token<'_>| matches!(t.kind, canon::lex::Kind::Word | canon::lex::Kind::Quoted);
        let words: BTreeSet<&str> = tokens.iter().filter(is_name).map(|token| token.text.as_ref()).collect();
        let column = |word: &str| {
            let column = self.schema.column(&id.schema, &id.name, word)?;
            Some((word.to_owned(), column.ty.clone()))
        };
        Some(words.into_iter().filter_map(column).collect())
    }

    /// The relations that can be seen.
    fn visible(&self, row: &Row, text: &SqlText) -> Vec<Visible> {
        match row {
            Row::None | Row::Value(_) => Vec::new(),
            Row::Relation { schema, name } => {
                let id = self.schema.relation(schema, name);
                let columns = id.and_then(|id| self.columns_for(&id, text));
                let open = columns.is_none();
                vec![Visible {
                    name: name.clone(),
                    schema: Some(schema.clone()),
                    columns: columns.unwrap_or_default(),
                    qualified: false,
                    bare: true,
                    open,
                }]
            }
            Row::OldNew { schema, name, bare } => {
                let columns = self.schema.relation(schema, name).and_then(|id| self.columns(&id));
                let one = |alias: &str| Visible {
                    name: alias.to_owned(),
                    schema: None,
                    open: columns.is_none(),
                    columns: columns.clone().unwrap_or_default(),
                    qualified: true,
                    bare: *bare == Some(alias),
                };
                vec![one("old"), one("new")]
            }
            Row::Arguments { function } => vec![self.arguments(function)],
        }
    }

    /// A function's arguments, as columns of a relation that goes by its name.
    fn arguments(&self, function: &ObjectId) -> Visible {
        let mut columns = Vec::new();
        if let Some(Object::Routine(routine)) = self.schema.get(function) {
            for argument in &routine.arguments {
                columns.extend(argument.name.clone().map(|name| (name, argument.ty.clone())));
            }
        }
        Visible {
            name: function.name.clone(),
            schema: None,
            columns,
            qualified: false,
            bare: true,
            open: false,
        }
    }

    /// The type of a table's or view's column.
    pub(super) fn column_type(&self, schema: &str, relation: &str, column: &str) -> Option<ColumnType> {
        self.row_column(&Row::Relation { schema: schema.into(), name: relation.into() }, column).0
    }

    /// Type and own collation of a column that can be seen.
    pub(super) fn row_column(&self, row: &Row, name: &str) -> (Option<ColumnType>, Option<QualifiedName>) {
        let Row::Relation { schema, name: relation } = row else { return (None, None) };
        if let Some(column) = self.schema.column(schema, relation, name) {
            return (Some(column.ty.clone()), column.collation.clone());
        }
        let columns = self.schema.relation(schema, relation).and_then(|id| self.columns(&id));
        let found = columns.into_iter().flatten().find(|(column, _)| column == name);
        (found.map(|(_, ty)| ty), None)
    }

    /// A type with its spelling and schema settled.
    pub(super) fn resolve_type(&self, ty: &ColumnType) -> ColumnType {
        let mut out = ColumnType::from(&TypeName::from(ty));
        if out.schema == "pg_catalog" {
            out.schema.clear();
        }
        let builtin = out.schema.is_empty() && builtin::type_named(&TypeName::from(&out).name).is_some();
        if out.schema.is_empty() && !builtin {
            out.schema = self.type_home(&out.name);
        }
        out
    }

    /// Whether an operator class is the one an index on that type has anyway.
    pub(super) fn is_default_opclass(&self, method: &str, opclass: &QualifiedName, ty: &ColumnType) -> bool {
        if let Some(want) = builtin::extensions::default_for(method, &opclass.name) {
            let ty = self.undomained(ty);
            return crate::dialect::postgres::canon::catalog::of_catalog(want)
                == ColumnType { schema: String::new(), modifiers: String::new(), ..ty };
        }
        if !opclass.schema.is_empty() {
            return false;
        }
        let wanted = relations::default_for(method, &opclass.name);
        let ty = self.undomained(ty);
        let kind = self.schema.get(&ObjectId::new(Kind::Type, &ty.schema, &ty.name));
        let row = builtin::type_named(&TypeName::from(&ty.element()).name).filter(|_| ty.schema.is_empty());
        wanted.iter().any(|want| match *want {
            2277 => ty.array,
            3500 => !ty.array && matches!(kind, Some(Object::Enum(_))),
            3831 => {
                !ty.array && (matches!(kind, Some(Object::Range(_))) || row.is_some_and(|r| r.sort == b'r'))
            }
            4537 => !ty.array && row.is_some_and(|r| r.sort == b'm'),
            25 => !ty.array && row.is_some_and(|r| r.oid == 25 || r.oid == 1043),
            869 => !ty.array && row.is_some_and(|r| r.oid == 869 || r.oid == 650),
            want => !ty.array && row.is_some_and(|r| r.oid == want),
        })
    }

    /// A domain's operator class is that of what it is made of.
    fn undomained(&self, ty: &ColumnType) -> ColumnType {
        let mut ty = ty.clone();
        for _ in 0..32 {
            match self.schema.get(&ObjectId::new(Kind::Type, &ty.schema, &ty.name)) {
                Some(Object::Domain(domain)) if !ty.array => ty = domain.base.clone(),
                _ => break,
            }
        }
        ty
    }

    /// How values of a type are stored unless somebody says otherwise.
    pub(super) fn default_storage(&self, ty: &ColumnType) -> Option<&'static str> {
        if ty.array {
            return Some("extended");
        }
        if !ty.schema.is_empty() {
            return match self.schema.get(&ObjectId::new(Kind::Type, &ty.schema, &ty.name)) {
                Some(Object::Enum(_)) => Some("plain"),
                Some(Object::Domain(domain)) if domain.base != *ty => self.default_storage(&domain.base),
                Some(Object::Composite(_) | Object::Range(_)) => Some("extended"),
                _ => None,
            };
        }
        match ty.name.as_str() {
            "numeric" | "inet" | "cidr" => Some("main"),
            "text" | "character varying" | "character" | "bpchar" | "bytea" | "json" | "jsonb" | "xml"
            | "path" | "polygon" | "bit" | "bit varying" | "tsvector" => Some("extended"),
            name if name.ends_with("range") => Some("extended"),
            _ => Some("plain"),
        }
    }

    /// The column that a text names and nothing else, if it does.
    pub(super) fn lone_column(&self, text: &SqlText, row: &Row) -> Option<String> {
        let tokens = canon::lex::tokens(&text.text).ok()?;
        let inner: Vec<_> = tokens.iter().filter(|t| !matches!(t.text.as_ref(), "(" | ")")).collect();
        let [name, end] = inner.as_slice() else { return None };
        let is_name = matches!(name.kind, canon::lex::Kind::Word | canon::lex::Kind::Quoted);
        let (ty, _) = self.row_column(row, &name.text);
        (is_name && end.kind == canon::lex::Kind::End && ty.is_some()).then(|| name.text.to_string())
    }

    /// An element of a partition key: the column or expression, and what stands behind it (COLLATE, operator class).
    pub(super) fn split_key(&self, key: &SqlText) -> (String, String) {
        let text = key.text.trim();
        let Ok(tokens) = canon::lex::tokens(text) else { return (text.to_owned(), String::new()) };
        let mut depth = 0i32;
        for (at, token) in tokens.iter().enumerate() {
            match token.text.as_ref() {
                "(" => depth += 1,
                ")" => depth -= 1,
                _ => {}
            }
            let next_opens = tokens.get(at + 1).is_some_and(|next| next.text == "(" || next.text == ".");
            if depth == 0 && !next_opens && token.text != "." {
                let (head, tail) = text.split_at_checked(token.end).unwrap_or((text, ""));
                return (head.to_owned(), tail.trim().to_owned());
            }
        }
        (text.to_owned(), String::new())
    }
}
