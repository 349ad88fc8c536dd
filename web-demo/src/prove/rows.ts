// Sample rows: in each table some that are full, one with nothing but what is required, and one that is like another,
// as real tables have them. So a plan that cannot hold on real rows fails here.
import type { Server } from "./server.ts";
import { TASTES, valueFor, type Column } from "./values.ts";

export interface Sampled {
  rows: number;
  tables: number;
  /** Tables that would take none, with the server's reason. */
  empty: string[];
}

interface Foreign {
  columns: string[];
  target: string;
  referenced: string[];
}

interface Target {
  /** Quoted and qualified. */
  name: string;
  columns: Column[];
  foreign: Foreign[];
  /** Columns of keys: there no two rows are alike. */
  keys: string[];
}

export async function sampleRows(server: Server): Promise<Sampled> {
  const tables = await targets(server);
  const sampled: Sampled = { rows: 0, tables: 0, empty: [] };
  await server.run("BEGIN");
  for (const table of inOrder(tables)) {
    const { count, reason } = await fill(server, table);
    sampled.rows += count;
    if (count > 0) sampled.tables += 1;
    else sampled.empty.push(`${table.name}: ${reason}`);
  }
  await server.run("COMMIT");
  return sampled;
}

/** What a row is like. */
type Kind = "full" | "bare" | "alike";
const ROWS: Kind[] = ["full", "full", "bare", "alike"];

async function fill(server: Server, table: Target): Promise<{ count: number; reason: string }> {
  let count = 0;
  let reason = "no value is known for a column";
  for (const [at, kind] of ROWS.entries()) {
    for (let taste = 0; taste < TASTES; taste++) {
      const tried = await server.attempt(async () => server.run(await insert(server, table, at + 1, kind, taste)));
      if ("result" in tried) {
        count += 1;
        break;
      }
      reason = tried.refusal.message;
    }
  }
  return { count, reason };
}

async function insert(server: Server, table: Target, row: number, kind: Kind, taste: number): Promise<string> {
  const referred = await referredTo(server, table, row);
  const names: string[] = [];
  const values: string[] = [];
  for (const column of table.columns) {
    if (column.automatic) continue;
    const isKey = table.keys.includes(column.name);
    const left = column.hasDefault || !column.required;
    if ((kind === "bare" && left && !(isKey && column.required && !column.hasDefault)) || (isKey && column.hasDefault))
      continue;
    const like = kind === "alike" && !isKey ? 1 : row;
    const value = referred.has(column.name) ? referred.get(column.name)! : valueFor(column, like, taste);
    if (value === null) continue;
    names.push(identifier(column.name));
    values.push(value);
  }
  return names.length === 0
    ? `INSERT INTO ${table.name} DEFAULT VALUES`
    : `INSERT INTO ${table.name} (${names.join(", ")}) VALUES (${values.join(", ")})`;
}

/** What the columns of foreign keys say: rows that are there, NULL where there are none. */
async function referredTo(server: Server, { foreign }: Target, row: number): Promise<Map<string, string | null>> {
  const out = new Map<string, string | null>();
  for (const { columns, target, referenced } of foreign) {
    const list = referenced.map((name) => `${identifier(name)}::text`).join(", ");
    const there = await server.rows<{ texts: string[] }>(
      `SELECT ARRAY[${list}] AS texts FROM ${target} ORDER BY 1 LIMIT 4`,
    );
    const texts = there[(row - 1) % Math.max(1, there.length)]?.texts;
    columns.forEach((name, at) => out.set(name, texts?.[at] == null ? null : `'${texts[at].replaceAll("'", "''")}'`));
  }
  return out;
}

/** Tables after those they refer to; circles are broken anywhere. */
function inOrder(tables: Target[]): Target[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const out = new Set<Target>();
  const open = new Set<Target>();
  const visit = (table: Target): void => {
    if (out.has(table) || open.has(table)) return;
    open.add(table);
    for (const { target } of table.foreign) {
      const other = byName.get(target);
      if (other) visit(other);
    }
    out.add(table);
  };
  tables.forEach(visit);
  return [...out];
}

const TARGETS = `
SELECT c.oid::regclass::text AS name,
  (SELECT json_agg(json_build_object(
      'name', a.attname, 'type', b.typname, 'category', b.typcategory,
      'length', CASE WHEN b.typname IN ('varchar', 'bpchar') AND m.typmod > 4 THEN m.typmod - 4
                     WHEN b.typcategory = 'V' AND m.typmod > 0 THEN m.typmod END,
      'digits', CASE WHEN b.typname = 'numeric' AND m.typmod > 4 THEN ((m.typmod - 4) >> 16) - ((m.typmod - 4) & 2047) END,
      'labels', (SELECT json_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = b.oid),
      'required', a.attnotnull OR t.typnotnull, 'hasDefault', a.atthasdef OR a.attidentity <> '',
      'automatic', a.attidentity = 'a' OR a.attgenerated <> '') ORDER BY a.attnum)
   FROM pg_attribute a
   JOIN pg_type t ON t.oid = a.atttypid
   JOIN pg_type b ON b.oid = CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.oid END
   CROSS JOIN LATERAL (SELECT CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE a.atttypmod END AS typmod) m
   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
  (SELECT json_agg(json_build_object('target', f.confrelid::regclass::text,
      'columns', (SELECT json_agg(attname ORDER BY k.at) FROM unnest(f.conkey) WITH ORDINALITY k (num, at) JOIN pg_attribute ON attrelid = f.conrelid AND attnum = k.num),
      'referenced', (SELECT json_agg(attname ORDER BY k.at) FROM unnest(f.confkey) WITH ORDINALITY k (num, at) JOIN pg_attribute ON attrelid = f.confrelid AND attnum = k.num)))
   FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.conparentid = 0) AS foreign,
  (SELECT json_agg(DISTINCT a.attname) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
   WHERE i.indrelid = c.oid AND i.indisunique) AS keys
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_|^information_schema$'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY 1`;

async function targets(server: Server): Promise<Target[]> {
  const rows = await server.rows<{
    name: string;
    columns: Column[] | null;
    foreign: Foreign[] | null;
    keys: string[] | null;
  }>(TARGETS);
  return rows.map(({ name, columns, foreign, keys }) => ({
    name,
    columns: columns ?? [],
    foreign: foreign ?? [],
    keys: keys ?? [],
  }));
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
