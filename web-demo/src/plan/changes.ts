// The changes as a tree that opens, and above it what to know before they are made.
import type { Diagnostic, Plan, SchemaChange } from "schemasync";
import { snippet } from "../editor/snippet.ts";
import { h } from "../ui/dom.ts";
import { icon, type IconName } from "../ui/icons.ts";
import { leafName, treeOf, type Branch } from "./tree.ts";
import {
  concernsOf,
  counted,
  facetOf,
  factsOf,
  gradeOf,
  listed,
  nameOf,
  sentence,
  waits,
  type Fact,
  type Tone,
} from "./words.ts";

const MARKS = { create: "+", alter: "~", replace: "±", rename: "→", drop: "−" } as const;
const WORDS = { create: "new", alter: "changed", replace: "made anew", rename: "renamed", drop: "dropped" } as const;
/** So many branches stand open at first; more would bury the reader. */
const OPEN = 24;

export function changes(plan: Plan, diagnostics: readonly Diagnostic[]): HTMLElement {
  const branches = treeOf(plan);
  return h(
    "div",
    { class: "changes" },
    concerns(plan, diagnostics),
    h("h3", { class: "section" }, "Changes"),
    h("ul", { class: "tree" }, ...branches.map((branch) => h("li", {}, branchView(branch, branches.length <= OPEN)))),
  );
}

/** What to know before the plan is run. */
function concerns(plan: Plan, diagnostics: readonly Diagnostic[]): HTMLElement | null {
  const { lost, mayFail, blocked, rewritten, read } = concernsOf(plan);
  const hard = blocked.filter(({ who }) => who === "reads and writes").map(({ table }) => table);
  const soft = blocked.filter(({ who }) => who === "writes").map(({ table }) => table);
  // What has a place is marked in the editors; the rest is about the plan as a whole.
  const notes = diagnostics.filter(({ start }) => start === undefined);
  const cards = [
    lost.length > 0 && card("bad", "alert", "Data that are lost", lost),
    mayFail.length > 0 && card("care", "shield", "What can go wrong", mayFail),
    rewritten.length + read.length > 0 &&
      card("care", "database", "Work for the server", [
        rewritten.length > 0 && `${listed(rewritten)}: written anew, row by row`,
        read.length > 0 && `${listed(read)}: read from end to end`,
      ]),
    hard.length + soft.length > 0 &&
      card("calm", "lock", "Who has to wait", [
        hard.length > 0 && `${listed(hard)}: no reads and no writes until the transaction ends`,
        soft.length > 0 && `${listed(soft)}: reads go on, writes wait`,
      ]),
    notes.length > 0 &&
      card(
        "calm",
        "note",
        "Worth knowing",
        notes.map(({ message, help }) => (help ? `${sentence(message)} ${sentence(help)}` : sentence(message))),
      ),
  ].filter((card) => card !== false);
  if (cards.length === 0) return null;
  return h("section", { class: "concerns", "aria-label": "Before you run it" }, ...cards);
}

function card(tone: Tone, name: IconName, title: string, lines: (string | false)[]): HTMLElement {
  const said = lines.filter((line) => line !== false);
  const shown = said.slice(0, 6);
  return h(
    "div",
    { class: "concern", "data-tone": tone },
    h("h3", {}, icon(name), title),
    h(
      "ul",
      {},
      ...shown.map((line) => h("li", {}, line)),
      said.length > shown.length && h("li", { class: "more" }, `and ${said.length - shown.length} more`),
    ),
  );
}

function branchView(branch: Branch, open: boolean): HTMLElement {
  const isTable = branch.kind === "table";
  const label = isTable
    ? [h("span", { class: "kind" }, "table "), h("span", { class: "name" }, branch.title)]
    : [h("span", { class: "name group" }, branch.title)];
  const sum = branch.leaves.length + (branch.own ? 1 : 0);
  const details = h(
    "details",
    { class: "branch", open },
    h(
      "summary",
      {},
      icon("chevron"),
      isTable && mark(branch.change),
      ...label,
      waiting(branch),
      h("span", { class: "count" }, branch.own ? WORDS[branch.change] : counted(sum, "change")),
    ),
  );
  whenOpened(details, () =>
    h(
      "ul",
      {},
      branch.own && h("li", {}, leaf(branch.own, "the table itself", branch.along)),
      ...branch.leaves.map((change) => h("li", {}, leaf(change, null, 0))),
    ),
  );
  return details;
}

/** Who waits for the table, told once for all that is done to it. */
function waiting({ own, leaves, title }: Branch): HTMLElement | null {
  const locks = [...(own ? [own] : []), ...leaves]
    .flatMap(({ locks }) => locks)
    .filter(({ on }) => nameOf(on) === title);
  const who = locks.map(({ mode }) => waits(mode));
  const worst = who.includes("reads and writes") ? "reads and writes" : who.includes("writes") ? "writes" : null;
  return (
    worst &&
    h("span", { class: "chip", "data-tone": worst === "writes" ? "calm" : "care" }, icon("lock"), `blocks ${worst}`)
  );
}

function leaf(change: SchemaChange, title: string | null, along: number): HTMLElement {
  const facts = factsOf(change);
  const facet = facetOf(change.id);
  const details = h(
    "details",
    { class: "leaf", "data-change": change.change_type },
    h(
      "summary",
      {},
      mark(change.change_type),
      h(
        "span",
        { class: "what" },
        title
          ? h("span", { class: "kind" }, title)
          : h("span", { class: "kind" }, `${facet ? `${facet} ` : ""}${change.id.kind.replaceAll("_", " ")} `),
        !title && h("span", { class: "name" }, leafName(change)),
        along > 0 && h("span", { class: "kind" }, `, with ${counted(along, "part")}`),
      ),
      h("span", { class: "chips" }, ...chips(facts.filter(({ icon }) => change.table === null || icon !== "lock"))),
    ),
  );
  whenOpened(details, () => detail(change, facts));
  return details;
}

function detail(change: SchemaChange, facts: Fact[]): HTMLElement {
  const grade = gradeOf(change);
  return h(
    "div",
    { class: "detail" },
    h(
      "ul",
      { class: "facts" },
      ...facts.map((fact) => h("li", { "data-tone": fact.tone }, icon(fact.icon), fact.text)),
      h(
        "li",
        { "data-tone": grade.tone },
        icon("swap"),
        grade.tone === "bad" ? `Cannot be undone: ${grade.text}` : grade.text,
      ),
    ),
    change.sql && snippet(change.sql.trimEnd()),
  );
}

/** The two gravest facts; the rest is told when the leaf opens. */
function chips(facts: Fact[]): HTMLElement[] {
  const said = new Set<string>();
  const worth = facts.filter(({ short, tone }) => tone !== "calm" && !said.has(short) && said.add(short));
  return worth
    .slice(0, 2)
    .map(({ tone, short, text }) => h("span", { class: "chip", "data-tone": tone, title: text }, short));
}

function mark(type: SchemaChange["change_type"]): HTMLElement {
  return h("span", { class: "mark", "data-change": type, role: "img", "aria-label": WORDS[type] }, MARKS[type]);
}

/** Content that is made when it is first seen. */
function whenOpened(details: HTMLDetailsElement, make: () => HTMLElement): void {
  const fill = () => {
    if (details.childElementCount === 1) details.append(make());
  };
  if (details.open) fill();
  details.addEventListener("toggle", fill);
}
