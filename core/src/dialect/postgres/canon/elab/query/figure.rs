//! The name of an output column that nobody named: `FigureColname` of PostgreSQL's `parse_target.c`.

use crate::dialect::postgres::canon::raw::{Body, Expr, Query, SubKind};

/// The name of an output column made of this expression.
pub(super) fn column_name(expr: &Expr) -> String {
    figure(expr).map_or_else(|| "?column?".to_owned(), |(name, _)| name)
}

/// The name of a function in FROM that has no alias.
pub(super) fn function_name(expr: &Expr) -> String {
    column_name(expr)
}

/// A name, and whether it is a good one (a column's, a function's) that an outer cast or CASE keeps.
fn figure(expr: &Expr) -> Option<(String, bool)> {
    let good = |name: &str| Some((name.to_owned(), true));
    match expr {
        Expr::Column(parts) => parts.last().map(|name| (name.clone(), true)),
        Expr::Star(parts) => parts.last().map(|name| (name.clone(), true)),
        Expr::Field(_, name) => good(name),
        Expr::FieldStar(inner) | Expr::Subscript(inner, _) | Expr::Collate(inner, _) => figure(inner),
        Expr::Func(func) => func.name.last().map(|name| (name.clone(), true)),
        Expr::NullIf(..) => good("nullif"),
        Expr::Coalesce(_) => good("coalesce"),
        Expr::MinMax(greatest, _) => good(if *greatest { "greatest" } else { "least" }),
        Expr::Array(_) => good("array"),
        Expr::Row(..) => good("row"),
        Expr::Grouping(_) => good("grouping"),
        Expr::Value(name, _) => good(&name.to_ascii_lowercase()),
        Expr::Bool(_) => Some(("bool".to_owned(), false)),
        Expr::Cast(inner, ty) => match figure(inner) {
            Some((name, true)) => Some((name, true)),
            _ => Some((ty.name.clone(), false)),
        },
        Expr::Case { otherwise, .. } => match otherwise.as_deref().and_then(figure) {
            Some((name, true)) => Some((name, true)),
            _ => Some(("case".to_owned(), false)),
        },
        Expr::Sub { kind, query, .. } => match kind {
            SubKind::Exists => good("exists"),
            SubKind::Array => good("array"),
            SubKind::Value => first_column(query).map(|name| (name, true)),
            SubKind::Any | SubKind::All => None,
        },
        _ => None,
    }
}

/// The name of the first column that comes out of a query.
fn first_column(query: &Query) -> Option<String> {
    match &query.body {
        Body::Select(select) => {
            let (expr, alias) = select.targets.first()?;
            Some(alias.clone().unwrap_or_else(|| column_name(expr)))
        }
        Body::Values(_) => Some("column1".to_owned()),
        Body::SetOp(_, _, left, _) => first_column(left),
    }
}
