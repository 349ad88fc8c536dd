//! What is wanted, and of how much of a database that speaks.

use crate::failure::Failure;
use schemasync_core::model::{Kind, ObjectId, Schema};
use schemasync_core::options::Directives;
use schemasync_core::scope::Scope;
use schemasync_core::side::foreign;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is wanted.
#[derive(Clone, Debug, Default)]
pub struct Target {
    /// The schema, limited to the scope.
    pub schema: Arc<Schema>,
    /// `-- @renamed from=old` of the source: new id → old name.
    pub renames: Directives,
    /// What of the database counts.
    pub scope: Scope,
    /// Statements of the source that were left out with the user's consent.
    pub left_out: Vec<String>,
}

impl Target {
    /// What a source wants. A scope without schemas becomes that of the schemas which the source mentions.
    ///
    /// # Errors
    /// The source mentions no schema, so that nothing would be left of the database.
    pub fn new(schema: Schema, renames: Directives, scope: Scope) -> Result<Self, Failure> {
        let schema = foreign(schema);
        // The schema `public` is there without anybody saying so.
        let says =
            |id: &ObjectId| id.kind != Kind::Database && (id.kind != Kind::Schema || id.name != "public");
        let silent = scope.schemas.is_empty() && !schema.objects.keys().any(says);
        let scope = scope.mentioned(&schema);
        if silent {
            return Err(Failure::new("the wanted schema holds nothing, which would mean to drop everything")
                .help("name the database schemas that are meant to be empty with --schema"));
        }
        Ok(Target { schema: Arc::new(scope.limit(schema)), renames, scope, left_out: Vec::new() })
    }

    /// What a source wants of a whole database: what it does not mention is to go.
    pub fn whole(schema: Schema, renames: Directives, scope: Scope) -> Self {
        Target { schema: Arc::new(scope.limit(foreign(schema))), renames, scope, left_out: Vec::new() }
    }

    /// What is wanted, with the schemas that the source uses and does not make as they are.
    pub fn desired(&self, current: &Schema) -> Cow<'_, Schema> {
        let mut desired = Cow::Borrowed(self.schema.as_ref());
        let used: BTreeSet<&str> = self.schema.objects.keys().map(|id| id.schema.as_str()).collect();
        for name in used.into_iter().filter(|name| !name.is_empty()) {
            let id = ObjectId::new(Kind::Schema, "", name);
            if desired.contains(&id) || !current.contains(&id) {
                continue;
            }
            let objects = &mut desired.to_mut().objects;
            objects.extend(current.facets(&id).map(|(id, object)| (id.clone(), object.clone())));
            objects.extend(current.get(&id).map(|object| (id, object.clone())));
        }
        desired
    }
}
