//! What a schema answers when an expression asks for relations, functions, types and operators.

use super::side::Side;
use crate::dialect::postgres::canon::builtin::extensions;
use crate::dialect::postgres::canon::catalog::{
    FunctionInfo, FunctionKind, OperatorInfo, Relation, TypeDef, TypeInfo, of_catalog,
};
use crate::dialect::postgres::canon::types::TypeName;
use crate::dialect::postgres::canon::{Catalog, builtin};
use crate::dialect::postgres::names::multirange_of;
use crate::model::{ArgumentMode, ColumnType, Definition, Kind, Object, ObjectId, Routine};

impl Catalog for Side<'_> {
    fn relation(&self, schema: Option<&str>, name: &str, path: &[String]) -> Option<Relation> {
        let Some(found) = self.along(schema, path, |schema| self.schema.relation(schema, name)) else {
            return self.extension_relation(schema, name);
        };
        let columns = self.columns(&found)?;
        Some(Relation { schema: found.schema, name: found.name, columns })
    }

    fn functions(&self, schema: Option<&str>, name: &str, path: &[String]) -> Vec<FunctionInfo> {
        let schemas: Vec<&str> = match schema {
            Some(schema) => vec![schema],
            None => path.iter().map(String::as_str).collect(),
        };
        schemas.into_iter().flat_map(|schema| self.functions_in(schema, name)).collect()
    }

    fn type_info(&self, schema: Option<&str>, name: &str, path: &[String]) -> Option<TypeDef> {
        let found = self.along(schema, path, |schema| {
            self.type_in(schema, name).map(|info| TypeDef {
                schema: schema.to_owned(),
                name: name.to_owned(),
                info,
            })
        });
        // A type that nobody here makes is an extension's: it lives where extensions are put.
        found.or_else(|| match schema {
            Some(_) => None,
            None => {
                let schema = self.type_home(name);
                Some(TypeDef { schema, name: name.to_owned(), info: TypeInfo::Opaque })
            }
        })
    }

    fn operators(&self, schema: Option<&str>, name: &str, path: &[String]) -> Vec<OperatorInfo> {
        let schemas: Vec<&str> = match schema {
            Some(schema) => vec![schema],
            None => path.iter().map(String::as_str).collect(),
        };
        schemas.into_iter().flat_map(|schema| self.operators_in(schema, name)).collect()
    }

    fn home(&self, kind: Kind, schema: Option<&str>, name: &str, path: &[String]) -> Option<String> {
        let id = |schema: &str| ObjectId::new(kind, schema, name);
        self.along(schema, path, |schema| self.schema.contains(&id(schema)).then(|| schema.to_owned()))
    }

    fn extension_schema(&self, extension: &str) -> Option<String> {
        Some(self.extension_home(extension))
    }
}

impl Side<'_> {
    /// A relation that an extension brings.
    fn extension_relation(&self, schema: Option<&str>, name: &str) -> Option<Relation> {
        let (extension, columns) = extensions::relation(name)?;
        let home = self.extension_home(extension);
        let columns = columns.iter().map(|(name, ty)| ((*name).to_owned(), of_catalog(ty))).collect();
        let here = schema.is_none_or(|schema| schema == home);
        here.then(|| Relation { schema: home, name: name.to_owned(), columns })
    }

    /// The first answer along the path, or that of the schema that was given.
    fn along<T>(&self, schema: Option<&str>, path: &[String], find: impl Fn(&str) -> Option<T>) -> Option<T> {
        match schema {
            Some(schema) => find(schema),
            None => path.iter().find_map(|schema| find(schema)),
        }
    }

    fn functions_in(&self, schema: &str, name: &str) -> Vec<FunctionInfo> {
        let mut out = Vec::new();
        for (id, object) in self.schema.parts(Kind::Function, schema, name) {
            if let Object::Routine(routine) = object {
                out.push(function(id, routine));
            }
        }
        for (id, object) in self.schema.parts(Kind::Aggregate, schema, name) {
            if let Object::Definition(definition) = object {
                out.push(self.aggregate(id, definition));
            }
        }
        out
    }

    fn type_in(&self, schema: &str, name: &str) -> Option<TypeInfo> {
        match self.schema.get(&ObjectId::new(Kind::Type, schema, name)) {
            Some(Object::Enum(_)) => return Some(TypeInfo::Enum),
            Some(Object::Domain(domain)) => return Some(TypeInfo::Domain(domain.base.clone())),
            Some(Object::Range(range)) => return Some(TypeInfo::Range(range.subtype.clone())),
            Some(Object::Composite(composite)) => {
                let attributes = composite.attributes.iter().map(|a| (a.name.clone(), a.ty.clone()));
                return Some(TypeInfo::Composite(attributes.collect()));
            }
            Some(_) => return Some(TypeInfo::Opaque),
            None => {}
        }
        if let Some(subtype) = self.multirange_in(schema, name) {
            return Some(TypeInfo::Multirange(subtype));
        }
        let relation = self.schema.relation(schema, name)?;
        self.columns(&relation).map(TypeInfo::Composite)
    }

    /// What a multirange type of that name is made over.
    fn multirange_in(&self, schema: &str, name: &str) -> Option<ColumnType> {
        let first = ObjectId::new(Kind::Type, schema, "");
        let types = self.schema.objects.range(first..);
        types.take_while(|(id, _)| id.kind == Kind::Type && id.schema == schema).find_map(|(id, object)| {
            match object {
                Object::Range(range) if multirange_of(range, &id.name) == name => Some(range.subtype.clone()),
                _ => None,
            }
        })
    }

    fn operators_in(&self, schema: &str, name: &str) -> Vec<OperatorInfo> {
        let mut out = Vec::new();
        for (id, object) in self.schema.parts(Kind::Operator, schema, name) {
            let Object::Definition(definition) = object else { continue };
            let mut types = argument_types(&id.part).into_iter();
            let (Some(left), Some(right)) = (types.next(), types.next()) else { continue };
            let function =
                ["FUNCTION", "PROCEDURE"].iter().find_map(|clause| definition.clauses.get(*clause));
            let result = function.and_then(|function| self.result_of(function, schema)).unwrap_or_default();
            let left = (!matches!(left.name.as_str(), "none" | "NONE" | "")).then_some(left);
            out.push(OperatorInfo { schema: schema.to_owned(), name: name.to_owned(), left, right, result });
        }
        out
    }

    /// What a function of this name gives back.
    fn result_of(&self, function: &str, schema: &str) -> Option<ColumnType> {
        let (schema, name) = function.rsplit_once('.').unwrap_or((schema, function));
        self.functions_in(schema.trim_matches('"'), name.trim_matches('"'))
            .first()
            .map(|info| info.returns.clone())
    }

    /// An aggregate by its signature. It gives back what its last function does, or else its state.
    fn aggregate(&self, id: &ObjectId, definition: &Definition) -> FunctionInfo {
        let clause = |name: &str| definition.clauses.get(name).map(String::as_str);
        let state = clause("stype").and_then(TypeName::parse);
        let returns = match clause("finalfunc") {
            Some(last) => self.result_of(last, &id.schema).or_else(|| builtin_result(last, state.as_ref()?)),
            None => state.as_ref().map(ColumnType::from),
        };
        FunctionInfo {
            schema: id.schema.clone(),
            name: id.name.clone(),
            kind: FunctionKind::Aggregate,
            args: argument_types(&id.part).into_iter().map(|ty| (String::new(), ty)).collect(),
            returns: returns.unwrap_or_default(),
            ..FunctionInfo::default()
        }
    }
}

fn function(id: &ObjectId, routine: &Routine) -> FunctionInfo {
    let input =
        |mode: ArgumentMode| matches!(mode, ArgumentMode::In | ArgumentMode::InOut | ArgumentMode::Variadic);
    let output =
        |mode: ArgumentMode| matches!(mode, ArgumentMode::Out | ArgumentMode::InOut | ArgumentMode::Table);
    let args: Vec<_> = routine.arguments.iter().filter(|argument| input(argument.mode)).collect();
    let outputs = routine.arguments.iter().filter(|argument| output(argument.mode)).enumerate();
    let columns: Vec<_> = outputs
        .map(|(at, argument)| {
            let name = argument.name.clone().unwrap_or_else(|| format!("column{}", at + 1));
            (name, argument.ty.clone())
        })
        .collect();
    let returns = match (&routine.returns, columns.as_slice()) {
        (Some(returns), _) => returns.clone(),
        (None, [(_, ty)]) => ty.clone(),
        (None, _) => ColumnType::builtin("record"),
    };
    FunctionInfo {
        schema: id.schema.clone(),
        name: id.name.clone(),
        kind: if routine.window { FunctionKind::Window } else { FunctionKind::Function },
        variadic: args.iter().any(|argument| argument.mode == ArgumentMode::Variadic),
        defaults: args.iter().filter(|argument| argument.default.is_some()).count(),
        args: args
            .iter()
            .map(|argument| (argument.name.clone().unwrap_or_default(), argument.ty.clone()))
            .collect(),
        returns,
        set: routine.returns_set,
        columns,
    }
}

/// What a built-in function gives back for a first argument of that type.
fn builtin_result(function: &str, first: &TypeName) -> Option<ColumnType> {
    let name = function.strip_prefix("pg_catalog.").unwrap_or(function);
    let row = builtin::type_named(&first.name).filter(|_| first.schema.is_none())?;
    let first = if first.array { row.array } else { row.oid };
    let found =
        builtin::functions(name).iter().find(|row| row.args.first().is_some_and(|want| *want == first))?;
    builtin::type_row(found.result).map(|row| ColumnType::from(&TypeName::named(row.name)))
}

/// The types of a signature, `(integer, text)`.
fn argument_types(signature: &str) -> Vec<ColumnType> {
    let inner = signature.trim().trim_start_matches('(').trim_end_matches(')');
    let mut out = Vec::new();
    let mut depth = 0usize;
    let mut start = 0;
    for (at, c) in inner.char_indices().chain([(inner.len(), ',')]) {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                let text = inner.get(start..at).unwrap_or_default().trim();
                if !text.is_empty() {
                    out.push(
                        TypeName::parse(text).map_or_else(|| ColumnType::builtin(text), |ty| (&ty).into()),
                    );
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    out
}
