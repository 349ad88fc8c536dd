// Whether the rows are still there: each table is counted and each of its columns summed up before and after.
// Tables and columns are known by the server's own numbers, which a rename leaves alone.
import type { Plan } from "schemasync";
import type { Server } from "./server.ts";

export interface TableState {
  oid: number;
  name: string;
  rows: number;
  columns: { number: number; name: string; type: string; filled: number; sum: string }[];
}

const TABLES = `
SELECT c.oid::int AS oid, c.oid::regclass::text AS name,
  coalesce((SELECT json_agg(json_build_object('number', a.attnum, 'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum)
   FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''), '[]') AS columns
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_|^information_schema$' ORDER BY 2`;

export async function stateOf(server: Server): Promise<TableState[]> {
  const tables = await server.rows<{
    oid: number;
    name: string;
    columns: { number: number; name: string; type: string }[];
  }>(TABLES);
  const out: TableState[] = [];
  for (const { oid, name, columns } of tables) {
    const sums = columns
      .map(({ name }) => `"${name.replaceAll('"', '""')}"`)
      .map(
        (column) =>
          `json_build_array(count(${column}), md5(string_agg(${column}::text, chr(31) ORDER BY ${column}::text)))`,
      );
    const [row] = await server.rows<{ rows: number; sums: [number, string | null][] }>(
      `SELECT count(*)::int AS rows, json_build_array(${sums.join(", ")}) AS sums FROM ${name}`,
    );
    const summed = columns.map((column, at) => ({
      ...column,
      filled: row!.sums[at]![0],
      sum: row!.sums[at]![1] ?? "",
    }));
    out.push({ oid, name, rows: row!.rows, columns: summed });
  }
  return out;
}

/** What is not there any more though the plan did not say so, and how many rows are. */
export function compared(
  before: readonly TableState[],
  after: readonly TableState[],
  plan: Plan,
): { kept: number; tables: number; lost: string[] } {
  const destroyed = destroyedBy(plan);
  const byOid = new Map(after.map((table) => [table.oid, table]));
  const byName = new Map(after.map((table) => [table.name, table]));
  const lost: string[] = [];
  let kept = 0;
  let tables = 0;
  for (const table of before.filter(({ rows }) => rows > 0)) {
    const now = byOid.get(table.oid) ?? byName.get(table.name);
    if (destroyed.has(plain(table.name))) continue;
    if (!now) lost.push(`Table ${table.name} is gone with its ${table.rows} rows.`);
    else if (now.rows !== table.rows) lost.push(`Table ${now.name} had ${table.rows} rows and has ${now.rows}.`);
    else {
      kept += now.rows;
      tables += 1;
      lost.push(...lostColumns(table, now, destroyed));
    }
  }
  return { kept, tables, lost };
}

function lostColumns(before: TableState, after: TableState, destroyed: Set<string>): string[] {
  const lost: string[] = [];
  for (const column of before.columns.filter(({ filled }) => filled > 0)) {
    const same = before.oid === after.oid;
    const now = after.columns.find(({ number, name }) => (same ? number === column.number : name === column.name));
    const what = `Column ${column.name} of ${after.name}`;
    if ([before.name, after.name].some((name) => destroyed.has(`${plain(name)}.${column.name}`))) continue;
    if (!now) lost.push(`${what} is gone with its values.`);
    else if (now.filled !== column.filled) lost.push(`${what} had ${column.filled} values and has ${now.filled}.`);
    else if (now.type === column.type && now.sum !== column.sum) lost.push(`${what} holds other values than before.`);
  }
  return lost;
}

/** What the plan says that it destroys: `table`, `table.column`, without quotes and `public`. */
function destroyedBy(plan: Plan): Set<string> {
  const gone = plan.changes
    .filter(({ is_destructive }) => is_destructive)
    .map(({ id }) => {
      const table = id.schema && id.schema !== "public" ? `${id.schema}.${id.name}` : id.name;
      return id.part ? `${table}.${id.part}` : table;
    });
  return new Set(gone);
}

function plain(name: string): string {
  return name.replaceAll('"', "").replace(/^public\./, "");
}
