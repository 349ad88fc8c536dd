// PostgreSQL in the editors: its syntax, the colours, completion of keywords and of the schema's own names.
import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from "@codemirror/autocomplete";
import { keywordCompletionSource, PostgreSQL, schemaCompletionSource, SQLDialect } from "@codemirror/lang-sql";
import { HighlightStyle, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { tags } from "@lezer/highlight";
import type { Names } from "../worker/protocol.ts";

/** Words that PostgreSQL's list of keywords has, but that are columns' names in schemas. */
const NAMES = new Set(
  (
    "admin attribute attributes avg catalog class code content count data day detail family first hash hour id label last length " +
    "level location max message message_text method min minute month name names new next number old parameter percent period " +
    "position prior quote rank result scope second session share size source space state style sum system template title token " +
    "uri value version work year"
  ).split(" "),
);

/** PostgreSQL as schemas speak it. */
export const dialect = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords: (PostgreSQL.spec.keywords ?? "")
    .split(" ")
    .filter((word) => !NAMES.has(word))
    .join(" "),
});

export const colours = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.null],
    color: "var(--code-keyword)",
    fontWeight: "500",
  },
  { tag: [tags.typeName, tags.standard(tags.name), tags.special(tags.name)], color: "var(--code-type)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool], color: "var(--code-number)" },
  { tag: [tags.lineComment, tags.blockComment], color: "var(--code-comment)", fontStyle: "italic" },
  { tag: [tags.punctuation, tags.paren, tags.squareBracket, tags.operator], color: "var(--muted)" },
]);

/** Says what names the schemas have by now. */
export const setNames = StateEffect.define<Names>();

/** The names with the source of completions made of them, which for a large schema is not made at each key. */
interface Known {
  names: Names;
  source: CompletionSource;
}

const known = StateField.define<Known>({
  create: () => knownOf({ tables: {}, others: [] }),
  update: (value, transaction) =>
    transaction.effects.reduce((now, effect) => (effect.is(setNames) ? knownOf(effect.value) : now), value),
});

/** Tables and, after a table's name and a dot, its columns; views, types, functions. */
function knownOf(names: Names): Known {
  const more: Completion[] = names.others.map(({ name, kind }) => ({
    label: name,
    type: kind === "function" ? "function" : "type",
    detail: kind,
  }));
  let source: CompletionSource | null = null;
  return {
    names,
    source: (context) => (source ??= schemaCompletionSource({ dialect, schema: names.tables, tables: more }))(context),
  };
}

const keywords = keywordCompletionSource(dialect, false);

const ownNames: CompletionSource = (context) => context.state.field(known).source(context);

/** Columns of the tables that the statement at the cursor names: what REFERENCES, keys and indexes ask for. */
function columns(context: CompletionContext): CompletionResult | null {
  const word = context.matchBefore(/[\w$]+/);
  if (!word && !context.explicit) return null;
  const { tables } = context.state.field(known).names;
  let statement = syntaxTree(context.state).resolveInner(context.pos, -1);
  while (statement.parent && statement.name !== "Statement") statement = statement.parent;
  if (statement.name !== "Statement" || statement.to - statement.from > 20_000) return null;
  const said = new Set(context.state.sliceDoc(statement.from, statement.to).match(/[A-Za-z_][\w$]*/g));
  const options: Completion[] = [];
  for (const table of said) {
    for (const label of tables[table] ?? []) options.push({ label, type: "property", detail: table, boost: 2 });
  }
  return options.length ? { from: word?.from ?? context.pos, options, validFor: /^[\w$]*$/ } : null;
}

/** Syntax and colours, as the read-only views have them too. */
export const postgres: Extension = [dialect.language, syntaxHighlighting(colours)];

export const completion: Extension = [
  known,
  autocompletion({ override: [ownNames, columns, keywords], maxRenderedOptions: 40 }),
];
