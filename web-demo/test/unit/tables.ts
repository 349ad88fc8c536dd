// Made-up tables that refer to each other as real ones do: some that everybody refers to, chains, a few circles.
import type { Reference, Table } from "../../src/picture/model.ts";

const WORDS = [
  "user",
  "order",
  "item",
  "invoice",
  "team",
  "project",
  "label",
  "ticket",
  "message",
  "payment",
  "address",
  "event",
];

export function generated(count: number): [Table[], Reference[]] {
  let seed = 11;
  const random = (below: number) => (seed = (seed * 48271) % 0x7fffffff) % below;
  const references: Reference[] = [];
  const tables = Array.from({ length: count }, (_, at): Table => {
    const title = `${WORDS[at % WORDS.length]}_${at}`;
    const columns = ["id", ...Array.from({ length: 2 + random(9) }, (_, n) => `column_${n}`)];
    if (at > 0 && random(8) > 0) {
      for (let n = 0; n <= random(3); n++) {
        const to = random(3) === 0 ? random(Math.min(at, 3)) : random(at);
        columns.push(`ref_${n}`);
        references.push({
          from: `public.${title}`,
          to: `public.${WORDS[to % WORDS.length]}_${to}`,
          name: `${title}_${n}_fkey`,
          column: `ref_${n}`,
          referenced: "id",
          change: null,
        });
      }
    }
    const rows = columns.map((name) => ({
      name,
      type: name === "id" ? "bigint" : "text",
      primary: name === "id",
      foreign: name.startsWith("ref"),
      required: true,
      change: null,
    }));
    return {
      id: `public.${title}`,
      title,
      rows,
      hidden: 0,
      change: at % 9 === 4 ? "create" : at % 9 === 7 ? "alter" : null,
    };
  });
  if (count > 10) {
    references.push({
      from: tables[1]!.id,
      to: tables[9]!.id,
      name: "circle_fkey",
      column: "id",
      referenced: "id",
      change: null,
    });
    references.push({
      from: tables[4]!.id,
      to: tables[4]!.id,
      name: "self_fkey",
      column: "id",
      referenced: "id",
      change: null,
    });
  }
  return [tables, references];
}
