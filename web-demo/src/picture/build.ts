// From tables and changes to what the picture shows: which tables, which rows, in which colours. Pure.
import type { Plan, SchemaChange, TableDefinition } from "schemasync";
import { layout } from "./layout.ts";
import type { ChangeType, Picture, Reference, Row, Table } from "./model.ts";

/** More tables than this at once are a carpet: then what changes is shown, and what is next to it. */
const MANY = 80;
/** Above this only what matters of a table is shown. */
const CROWD = 160;
const ROWS = 16;

export interface Sides {
  current: readonly TableDefinition[];
  desired: readonly TableDefinition[];
}

export function build(sides: Sides, plan: Plan | null, everything: boolean): Picture {
  const changed = changesByTable(plan);
  const dropped = sides.current.filter((table) => ownChange(changed.get(idOf(table)))?.change_type === "drop");
  const all = [...sides.desired, ...dropped];
  const kept = new Set(everything || all.length <= MANY ? all.map(idOf) : chosen(all, changed));
  const shown = all.filter((table) => kept.has(idOf(table)));
  const before = new Map(sides.current.map((table) => [idOf(table), table]));
  const tables = shown.map((table) =>
    tableOf(table, before.get(idOf(table)), changed.get(idOf(table)) ?? [], shown.length > CROWD),
  );
  return layout(tables, referencesOf(shown, before, changed), all.length);
}

function idOf(table: { schema: string; name: string }): string {
  return `${table.schema}.${table.name}`;
}

function changesByTable(plan: Plan | null): Map<string, SchemaChange[]> {
  const out = new Map<string, SchemaChange[]>();
  for (const change of plan?.changes ?? []) {
    if (change.table === null) continue;
    const list = out.get(change.table);
    if (list) list.push(change);
    else out.set(change.table, [change]);
  }
  return out;
}

function isItself({ id }: SchemaChange): boolean {
  return !id.facet || id.facet === "itself";
}

function ownChange(changes: readonly SchemaChange[] | undefined): SchemaChange | undefined {
  return changes?.find((change) => change.id.kind === "table" && isItself(change));
}

/** The tables that change, then those they are connected to, as many as go. */
function chosen(tables: readonly TableDefinition[], changed: Map<string, SchemaChange[]>): string[] {
  const out = new Set(
    tables
      .map(idOf)
      .filter((id) => changed.has(id))
      .slice(0, MANY),
  );
  const first = out.size > 0 ? new Set(out) : new Set(hubs(tables));
  first.forEach((id) => out.add(id));
  for (const table of tables) {
    for (const key of table.foreignKeys) {
      const [from, to] = [idOf(table), idOf(key.table)];
      if (out.size < MANY && (first.has(from) || first.has(to))) out.add(from).add(to);
    }
  }
  return [...out];
}

/** Where nothing changes: the tables that most others refer to. */
function hubs(tables: readonly TableDefinition[]): string[] {
  const count = new Map<string, number>();
  for (const table of tables)
    for (const key of table.foreignKeys) count.set(idOf(key.table), (count.get(idOf(key.table)) ?? 0) + 1);
  return [...count]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 4)
    .map(([id]) => id);
}

function tableOf(
  table: TableDefinition,
  before: TableDefinition | undefined,
  changes: readonly SchemaChange[],
  crowd: boolean,
): Table {
  const own = ownChange(changes)?.change_type ?? null;
  const columns = new Map<string, ChangeType>();
  for (const change of changes) {
    if (change.id.kind === "column" && change.id.part)
      columns.set(change.id.part, isItself(change) ? change.change_type : (columns.get(change.id.part) ?? "alter"));
  }
  const foreign = new Set(table.foreignKeys.flatMap((key) => key.columns));
  // In a new table all is new: to colour each row would say nothing.
  const colour = (name: string) => (own === "create" || own === "drop" ? null : (columns.get(name) ?? null));
  const row = (column: TableDefinition["columns"][number], change: ChangeType | null): Row => ({
    name: column.name,
    type: short(column.type),
    primary: table.primaryKey.includes(column.name),
    foreign: foreign.has(column.name),
    required: column.notNull,
    change,
  });
  const rows = table.columns.map((column) => row(column, colour(column.name)));
  const gone = [...columns].filter(
    ([name, change]) => own === null && change === "drop" && !rows.some((row) => row.name === name),
  );
  for (const [name] of gone)
    rows.push(
      row(
        before?.columns.find((column) => column.name === name) ?? { name, type: "", notNull: true, identity: false },
        "drop",
      ),
    );
  const shown = few(rows, crowd);
  const title = table.schema === "public" ? table.name : `${table.schema}.${table.name}`;
  return {
    id: idOf(table),
    title,
    rows: shown,
    hidden: rows.length - shown.length,
    change: own ?? (changes.length > 0 ? "alter" : null),
  };
}

/** Keys and what changes are always shown; of the others as many as there is room for. */
function few(rows: Row[], crowd: boolean): Row[] {
  const most = crowd ? 0 : ROWS;
  if (rows.length <= most) return rows;
  const matters = rows.filter((row) => row.change || (!crowd && (row.primary || row.foreign)));
  const kept = new Set(matters.slice(0, Math.max(most, 8)));
  for (const row of rows) if (kept.size < most) kept.add(row);
  return rows.filter((row) => kept.has(row));
}

const SHORT: [RegExp, string][] = [
  [/^character varying/, "varchar"],
  [/^character\b/, "char"],
  [/^timestamp(.*) with time zone/, "timestamptz$1"],
  [/^timestamp(.*) without time zone/, "timestamp$1"],
  [/^time(.*) with time zone/, "timetz$1"],
  [/^double precision/, "float8"],
  [/^public\./, ""],
];

function short(type: string): string {
  return SHORT.reduce((text, [long, word]) => text.replace(long, word), type);
}

function referencesOf(
  tables: readonly TableDefinition[],
  before: Map<string, TableDefinition>,
  changed: Map<string, SchemaChange[]>,
): Reference[] {
  const out: Reference[] = [];
  for (const table of tables) {
    const id = idOf(table);
    const changes = changed.get(id) ?? [];
    const own = ownChange(changes)?.change_type;
    const ofKey = (name: string) =>
      changes.find((change) => change.id.kind === "constraint" && change.id.part === name && isItself(change))
        ?.change_type ?? null;
    for (const key of table.foreignKeys)
      out.push(reference(id, key, own === "create" || own === "drop" ? own : ofKey(key.name)));
    const names = new Set(table.foreignKeys.map(({ name }) => name));
    for (const key of before.get(id)?.foreignKeys ?? [])
      if (!names.has(key.name) && ofKey(key.name) === "drop") out.push(reference(id, key, "drop"));
  }
  return out;
}

function reference(from: string, key: TableDefinition["foreignKeys"][number], change: ChangeType | null): Reference {
  return {
    from,
    to: idOf(key.table),
    name: key.name,
    column: key.columns[0] ?? "",
    referenced: key.referenced[0] ?? "",
    change,
  };
}
