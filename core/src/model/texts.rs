//! The texts that an object holds, whatever its kind.

use super::*;

impl Object {
    /// Calls a function with every text of the object that the server reads when the object is made.
    pub fn for_texts(&mut self, f: &mut dyn FnMut(&mut SqlText)) {
        match self {
            Object::Default(text) => f(text),
            Object::Column(column) => column.generated.iter_mut().for_each(|of| f(&mut of.expression)),
            Object::Domain(domain) => {
                domain.default.iter_mut().for_each(&mut *f);
                domain.checks.iter_mut().for_each(|check| f(&mut check.expression));
            }
            Object::Table(table) => {
                table.partition_by.iter_mut().flat_map(|by| &mut by.key).for_each(&mut *f);
                table.partition_of.iter_mut().for_each(|of| f(&mut of.bound));
            }
            Object::Constraint(constraint) => match &mut constraint.rule {
                ConstraintRule::Check { expression, .. } => f(expression),
                ConstraintRule::Exclude(of) => of.index.for_texts(f),
                ConstraintRule::Key(_) | ConstraintRule::ForeignKey(_) => {}
            },
            Object::Index(index) => index.for_texts(f),
            Object::View(view) => f(&mut view.query),
            Object::Routine(routine) => {
                routine.arguments.iter_mut().filter_map(|of| of.default.as_mut()).for_each(&mut *f);
                if let RoutineBody::Sql(text) = &mut routine.body {
                    f(text);
                }
            }
            Object::Trigger(trigger) => trigger.when.iter_mut().for_each(f),
            Object::Rule(rule) => rule.condition.iter_mut().chain(&mut rule.commands).for_each(f),
            Object::Policy(policy) => policy.using.iter_mut().chain(&mut policy.check).for_each(f),
            Object::Definition(definition) => f(&mut definition.create),
            _ => {}
        }
    }
}

impl Index {
    fn for_texts(&mut self, f: &mut dyn FnMut(&mut SqlText)) {
        for element in &mut self.elements {
            if let IndexKey::Expression(text) = &mut element.key {
                f(text);
            }
        }
        self.predicate.iter_mut().for_each(f);
    }
}
