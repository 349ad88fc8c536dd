// The facts of a plan in plain words, for people who have to decide. Pure: facts in, words out.
import type { ObjectId, Plan, SchemaChange } from "schemasync";
import type { IconName } from "../ui/icons.ts";

export type Tone = "good" | "care" | "bad" | "calm";

/** One thing to know of a change. */
export interface Fact {
  tone: Tone;
  icon: IconName;
  /** For a chip. */
  short: string;
  /** A sentence. */
  text: string;
}

/** `orders.note`, `audit.log`, `order_total(bigint)`: `public` goes without saying. */
export function nameOf(id: ObjectId): string {
  const name = id.schema && id.schema !== "public" ? `${id.schema}.${id.name}` : id.name;
  if (!id.part) return name;
  return id.part.startsWith("(") ? name + id.part : `${name}.${id.part}`;
}

/** `column orders.note`, `comment on table orders`. */
export function described(id: ObjectId): string {
  const object = `${id.kind.replaceAll("_", " ")} ${nameOf(id)}`;
  const facet = facetOf(id);
  return facet ? `${facet} ${object}` : object;
}

/** What side of an object a change is about, with the word that joins it to the object; empty for the object itself. */
export function facetOf(id: ObjectId): string {
  if (!id.facet || id.facet === "itself") return "";
  if (typeof id.facet === "string")
    return id.facet === "comment" ? "comment on" : `${id.facet.replaceAll("_", " ")} of`;
  return "grant" in id.facet ? `privileges of ${id.facet.grant} on` : "security label on";
}

/** Who has to wait for a lock. */
export function waits(mode: string): "reads and writes" | "writes" | null {
  if (mode === "ACCESS EXCLUSIVE") return "reads and writes";
  return ["EXCLUSIVE", "SHARE ROW EXCLUSIVE", "SHARE"].includes(mode) ? "writes" : null;
}

/** What a change does, the gravest first. */
export function factsOf(change: SchemaChange): Fact[] {
  const out: Fact[] = [];
  if (change.destroys)
    out.push({ tone: "bad", icon: "alert", short: "destroys data", text: `Destroys ${change.destroys}.` });
  for (const hazard of change.hazards) {
    out.push({ tone: "care", icon: "alert", short: hazard.code.replaceAll("-", " "), text: sentence(hazard.text) });
  }
  for (const table of change.rewrites) {
    out.push({
      tone: "care",
      icon: "alert",
      short: "rewrites the table",
      text: `Writes ${described(table)} anew: the larger it is, the longer everybody waits.`,
    });
  }
  for (const table of change.scans.filter((scan) => !change.rewrites.some((other) => nameOf(other) === nameOf(scan)))) {
    out.push({
      tone: "calm",
      icon: "alert",
      short: "reads the table",
      text: `Reads all of ${described(table)}: it takes longer the more rows there are.`,
    });
  }
  for (const lock of change.locks) {
    const who = waits(lock.mode);
    if (who)
      out.push({
        tone: who === "writes" ? "calm" : "care",
        icon: "lock",
        short: `blocks ${who}`,
        text: `Blocks ${who} of ${described(lock.on)} until the transaction ends (${lock.mode}).`,
      });
  }
  return out;
}

/** What takes a change back, as one of three grades. */
export function gradeOf(change: Pick<SchemaChange, "reversible">): { tone: Tone; short: string; text: string } {
  const { reversible } = change;
  switch (reversible.grade) {
    case "lossless":
      return { tone: "good", short: "lossless", text: "Can be taken back without a loss." };
    case "loses_data":
      return { tone: "care", short: "loses data", text: `Loses ${reversible.what}.` };
    case "impossible":
      return { tone: "bad", short: "impossible", text: sentence(reversible.what) };
  }
}

/** What matters of a whole plan. */
export interface Concerns {
  lost: string[];
  mayFail: string[];
  blocked: { table: string; who: string }[];
  rewritten: string[];
  read: string[];
}

export function concernsOf(plan: Plan): Concerns {
  const lost = new Set<string>();
  const mayFail = new Set<string>();
  const blocked = new Map<string, string>();
  const rewritten = new Set<string>();
  const read = new Set<string>();
  for (const change of plan.changes) {
    if (change.destroys) lost.add(change.destroys);
    for (const hazard of change.hazards) mayFail.add(`${described(change.id)}: ${hazard.text}`);
    for (const table of change.rewrites) rewritten.add(nameOf(table));
    for (const table of change.scans) read.add(nameOf(table));
    for (const lock of change.locks) {
      const who = waits(lock.mode);
      if (who && blocked.get(nameOf(lock.on)) !== "reads and writes") blocked.set(nameOf(lock.on), who);
    }
  }
  return {
    lost: [...lost],
    mayFail: [...mayFail],
    blocked: [...blocked].map(([table, who]) => ({ table, who })),
    rewritten: [...rewritten],
    read: [...read].filter((table) => !rewritten.has(table)),
  };
}

/** `3 tables`, `1 table`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function listed(names: readonly string[], most = 4): string {
  if (names.length <= 1) return names.join("");
  if (names.length <= most) return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return `${names.slice(0, most - 1).join(", ")} and ${names.length - most + 1} more`;
}

export function sentence(text: string): string {
  const upper = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(upper) ? upper : `${upper}.`;
}
