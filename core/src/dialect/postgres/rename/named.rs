//! Whether an object may name something: cheap, and rather too often than too seldom. `Look` walks over the names that
//! an object holds; `Sought` looks for some of them.

use crate::collections::BTreeSet;
use crate::model::*;

/// Names that are looked for, in texts and as they are.
pub(super) struct Sought {
    /// Those that stand in a text as one word, whatever its case.
    words: BTreeSet<String>,
    /// Those that can only stand there in quotes.
    quoted: Vec<String>,
}

impl Sought {
    pub(super) fn new<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let (words, quoted) = names.map(str::to_owned).partition::<BTreeSet<_>, _>(|name| is_word(name));
        Sought { words, quoted: quoted.into_iter().collect() }
    }
}

/// Whether a name can stand in a text as one word, whatever its case.
pub(super) fn is_word(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| !c.is_uppercase() && in_word(c))
}

impl Look for Sought {
    fn is(&self, name: &str) -> bool {
        self.words.contains(name) || self.quoted.iter().any(|quoted| quoted == name)
    }

    fn said(&self, text: &str) -> bool {
        let word = |word: &str| {
            self.words.contains(word)
                || word.bytes().any(|b| b.is_ascii_uppercase())
                    && self.words.contains(&word.to_ascii_lowercase())
        };
        text.split(|c| !in_word(c)).any(word)
            || self.quoted.iter().any(|quoted| text.contains(quoted.as_str()))
    }
}

/// A look at the names of other things that an object holds, until one is found.
pub(super) trait Look {
    /// Whether a name is one.
    fn is(&self, name: &str) -> bool;

    /// Whether a text holds one.
    fn said(&self, text: &str) -> bool;

    fn are(&self, names: &[String]) -> bool {
        names.iter().any(|name| self.is(name))
    }

    fn qualified(&self, name: &QualifiedName) -> bool {
        self.is(&name.name) || self.is(&name.schema)
    }

    fn typed(&self, ty: &ColumnType) -> bool {
        self.is(&ty.name) || self.is(&ty.schema)
    }

    fn says(&self, text: &SqlText) -> bool {
        self.said(&text.text) || self.are(&text.path)
    }

    fn indexed(&self, of: &Index) -> bool {
        let element = |element: &IndexElement| match &element.key {
            IndexKey::Column(column) => self.is(column),
            IndexKey::Expression(text) => self.says(text),
        };
        self.is(&of.table)
            || self.are(&of.include)
            || of.elements.iter().any(element)
            || of.predicate.as_ref().is_some_and(|text| self.says(text))
            || of.parent.as_ref().is_some_and(|parent| self.qualified(parent))
    }

    fn constrained(&self, rule: &ConstraintRule) -> bool {
        match rule {
            ConstraintRule::Key(of) => self.are(&of.columns) || self.are(&of.include),
            ConstraintRule::ForeignKey(of) => {
                self.qualified(&of.table)
                    || self.are(&of.columns)
                    || self.are(&of.referenced)
                    || self.are(&of.delete_columns)
            }
            ConstraintRule::Check { expression, .. } => self.says(expression),
            ConstraintRule::Exclude(of) => self.indexed(&of.index),
        }
    }

    /// Whether an object may hold one of the names as that of something else.
    fn in_object(&self, id: &ObjectId, object: &Object) -> bool {
        let signature =
            self.said(&id.part) || matches!(id.kind, Kind::Cast | Kind::Transform) && self.said(&id.name);
        signature
            || match object {
                Object::Default(text) => self.says(text),
                Object::Column(of) => {
                    self.typed(&of.ty) || of.generated.as_ref().is_some_and(|of| self.says(&of.expression))
                }
                Object::View(of) => self.says(&of.query),
                Object::Constraint(of) => self.constrained(&of.rule),
                Object::Index(of) => self.indexed(of),
                Object::Table(of) => {
                    of.inherits.iter().chain(&of.of_type).any(|name| self.qualified(name))
                        || of.partition_of.as_ref().is_some_and(|of| self.qualified(&of.parent))
                        || of.foreign.as_ref().is_some_and(|of| self.is(&of.server))
                        || of.partition_by.iter().flat_map(|by| &by.key).any(|text| self.says(text))
                }
                Object::Trigger(of) => {
                    self.are(&of.update_of)
                        || of.when.as_ref().is_some_and(|text| self.says(text))
                        || of.from.iter().chain([&of.function]).any(|name| self.qualified(name))
                }
                Object::Rule(of) => of.condition.iter().chain(&of.commands).any(|text| self.says(text)),
                Object::Policy(of) => of.using.iter().chain(&of.check).any(|text| self.says(text)),
                Object::Composite(of) => of.attributes.iter().any(|of| self.typed(&of.ty)),
                Object::Range(of) => self.typed(&of.subtype),
                Object::Domain(of) => {
                    self.typed(&of.base)
                        || of
                            .default
                            .iter()
                            .chain(of.checks.iter().map(|of| &of.expression))
                            .any(|t| self.says(t))
                }
                Object::Definition(of) => {
                    self.says(&of.create)
                        || of.clauses.iter().any(|(clause, value)| self.said(clause) || self.said(value))
                        || of.uses.iter().any(|used| {
                            self.is(&used.schema) || self.said(&used.name) || self.said(&used.part)
                        })
                }
                Object::Routine(of) => {
                    of.arguments
                        .iter()
                        .any(|a| self.typed(&a.ty) || a.default.as_ref().is_some_and(|t| self.says(t)))
                        || of.returns.as_ref().is_some_and(|ty| self.typed(ty))
                        || matches!(&of.body, RoutineBody::Sql(text) if self.says(text))
                }
                _ => false,
            }
    }
}

/// Whether a character stands inside a word.
pub(super) fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
