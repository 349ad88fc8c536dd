// The changes of a plan as a tree: what belongs to a table under its table, the rest by kind. Pure.
import type { Plan, SchemaChange } from "schemasync";
import { nameOf } from "./words.ts";

export interface Branch {
  /** What it is called: a table's name, or the kind for what belongs to none. */
  title: string;
  kind: string;
  /** What happens to the table itself; `alter` where only parts of it change. */
  change: SchemaChange["change_type"];
  /** The table's own change, where there is one. */
  own: SchemaChange | null;
  /** Changes worth telling by themselves. */
  leaves: SchemaChange[];
  /** How many more come or go along with the table. */
  along: number;
}

const KINDS: Record<string, string> = {
  schema: "Schemas",
  extension: "Extensions",
  type: "Types",
  sequence: "Sequences",
  view: "Views",
  function: "Functions",
  role: "Roles",
  default_privileges: "Default privileges",
};

export function treeOf(plan: Pick<Plan, "changes">): Branch[] {
  const branches = new Map<string, Branch>();
  const whole = wholeTables(plan);
  for (const change of plan.changes) {
    const branch = branchOf(change, branches);
    if (isTable(change)) {
      branch.own = change;
      branch.change = change.change_type;
    } else if (goesAlong(change, whole)) {
      branch.along += 1;
    } else {
      branch.leaves.push(change);
    }
  }
  return [...branches.values()].sort(byPlace);
}

/** The changes worth telling: what comes or goes along with its table is told with it. */
export function told(plan: Pick<Plan, "changes">): SchemaChange[] {
  const whole = wholeTables(plan);
  return plan.changes.filter((change) => !goesAlong(change, whole));
}

/** Tables that are made or dropped as a whole. */
function wholeTables(plan: Pick<Plan, "changes">): Set<string | null> {
  return new Set(
    plan.changes
      .filter((change) => isTable(change) && ["create", "drop"].includes(change.change_type))
      .map(({ table }) => table),
  );
}

function isTable({ id, table }: SchemaChange): boolean {
  return table !== null && id.kind === "table" && (!id.facet || id.facet === "itself");
}

function goesAlong({ id, table }: SchemaChange, whole: Set<string | null>): boolean {
  return (id.kind === "column" || id.kind === "constraint") && table !== null && whole.has(table);
}

function branchOf(change: SchemaChange, branches: Map<string, Branch>): Branch {
  const kind = change.table === null ? change.id.kind : "table";
  const key = change.table ?? `${kind}s`;
  let branch = branches.get(key);
  if (!branch) {
    const title = change.table?.replace(/^public\./, "") ?? KINDS[kind] ?? plural(kind);
    branch = { title, kind, change: "alter", own: null, leaves: [], along: 0 };
    branches.set(key, branch);
  }
  return branch;
}

function plural(kind: string): string {
  const words = kind.replaceAll("_", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}s`;
}

/** Tables first, as people look for them, then the kinds; each by its name. */
function byPlace(a: Branch, b: Branch): number {
  if ((a.kind === "table") !== (b.kind === "table")) return a.kind === "table" ? -1 : 1;
  return a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
}

/** What a leaf is called under its branch: the column's name under its table. */
export function leafName(change: SchemaChange): string {
  const { id } = change;
  return change.table !== null && id.part && !id.part.startsWith("(") ? id.part : nameOf(id);
}
