// The names of a schema as completion wants them. Pure.
import type { Parsed } from "schemasync";
import type { Names } from "./protocol.ts";

const OTHERS = new Set(["view", "type", "function", "sequence"]);

export function namesOf(parsed: Parsed): Names {
  const tables: Names["tables"] = {};
  for (const { schema, name, columns } of parsed.tables)
    tables[plain(schema, name)] = columns.map((column) => column.name);
  const others = parsed.objects
    .filter(({ kind }) => OTHERS.has(kind))
    .map(({ kind, schema, name }) => ({ kind, name: plain(schema, name).replace(/\(.*$/, "") }));
  return { tables, others };
}

function plain(schema: string, name: string): string {
  return schema && schema !== "public" ? `${schema}.${name}` : name;
}
