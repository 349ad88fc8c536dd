// The head of the plan: how much changes and the worst of it, in one look and one sentence.
import type { Diagnostic, Plan } from "schemasync";
import { h } from "../ui/dom.ts";
import { icon } from "../ui/icons.ts";
import { told } from "./tree.ts";
import { concernsOf, counted, type Tone } from "./words.ts";

const PARTS = [
  ["create", "new"],
  ["alter", "changed"],
  ["replace", "made anew"],
  ["rename", "renamed"],
  ["drop", "dropped"],
] as const;

export function verdict(plan: Plan | null, diagnostics: readonly Diagnostic[], action: HTMLElement): HTMLElement {
  const { tone, headline, sentence } = plan ? judged(plan) : refused(diagnostics);
  return h(
    "div",
    { class: "verdict", "data-tone": tone },
    h("div", { class: "verdict-words" }, h("h2", {}, headline), h("p", {}, sentence)),
    plan && plan.summary.changes > 0 && h("div", { class: "verdict-action" }, action),
    plan && plan.summary.changes > 0 && proportions(plan),
  );
}

interface Judgement {
  tone: Tone;
  headline: string;
  sentence: string;
}

function judged(plan: Plan): Judgement {
  const changes = told(plan).length;
  if (changes === 0)
    return { tone: "good", headline: "No differences", sentence: "Both sides mean the same to PostgreSQL." };
  const { lost, blocked, rewritten, mayFail } = concernsOf(plan);
  const parts = [
    lost.length > 0 && `destroys data in ${counted(lost.length, "place")}`,
    rewritten.length > 0 && `rewrites ${counted(rewritten.length, "table")}`,
    blocked.length > 0 && `makes others wait for ${counted(blocked.length, "table")}`,
    mayFail.length > 0 && `can fail on what is there in ${counted(mayFail.length, "way")}`,
  ].filter((part) => part !== false);
  const steps = plan.transactions.reduce((sum, { steps }) => sum + steps.length, 0);
  const runs =
    plan.transactions.length === 1 && plan.transactions[0]?.transactional
      ? "in one transaction"
      : `in ${counted(plan.transactions.length, "part")}`;
  const tone = plan.summary.is_destructive ? "bad" : rewritten.length + mayFail.length > 0 ? "care" : "good";
  const rest = parts.length ? ` It ${joined(parts)}.` : " Nothing is lost, and nobody waits for long.";
  return { tone, headline: counted(changes, "change"), sentence: `${counted(steps, "statement")} ${runs}.${rest}` };
}

function refused(diagnostics: readonly Diagnostic[]): Judgement {
  const errors = diagnostics.filter(({ level }) => level === "error").length;
  return {
    tone: "bad",
    headline: "No plan yet",
    sentence: `${counted(errors, "thing")} to mend first: ${errors === 1 ? "it is" : "they are"} marked in the editors.`,
  };
}

function joined(parts: string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** A bar whose parts are as long as there are changes of their kind, and the same in words. */
function proportions(plan: Plan): HTMLElement {
  const changes = told(plan);
  const counts = PARTS.map(([type, word]) => ({
    type,
    word,
    count: changes.filter((change) => change.change_type === type).length,
  }));
  const parts = counts.filter(({ count }) => count > 0);
  return h(
    "div",
    { class: "proportions" },
    h(
      "div",
      { class: "proportion-bar", "aria-hidden": "true" },
      ...parts.map(({ type, count }) => h("span", { "data-change": type, style: `flex-grow: ${count}` })),
    ),
    h(
      "ul",
      {},
      ...parts.map(({ type, word, count }) =>
        h("li", { "data-change": type }, h("b", {}, count.toLocaleString("en")), ` ${word}`),
      ),
    ),
  );
}

/** What stands where nothing can be shown. */
export function emptyState(
  tone: Tone,
  title: string,
  text: string,
  name: Parameters<typeof icon>[0] = "check",
): HTMLElement {
  return h("div", { class: "empty", "data-tone": tone }, icon(name), h("h3", {}, title), h("p", {}, text));
}
