// The way back: what undoes the plan, step by step, each with its grade.
import type { Plan, Reversible, Step } from "schemasync";
import { snippet } from "../editor/snippet.ts";
import { h } from "../ui/dom.ts";
import { icon } from "../ui/icons.ts";
import { copy, download } from "../ui/toast.ts";
import { counted, gradeOf, type Tone } from "./words.ts";

const GRADES = [
  ["lossless", "good", "lossless"],
  ["loses_data", "care", "lose data"],
  ["impossible", "bad", "impossible"],
] as const;
/** More steps than this nobody reads one by one; the SQL has them all. */
const SHOWN = 300;

export function back(plan: Plan, sql: string): HTMLElement {
  const steps = plan.transactions.flatMap(({ steps }) => steps);
  const chips = GRADES.map(
    ([grade, tone, word]) => [tone, word, steps.filter((step) => gained(step).grade === grade).length] as const,
  );
  return h(
    "div",
    { class: "back" },
    h(
      "div",
      { class: "toolbar" },
      h("p", { class: "grow" }, "What takes the desired schema back to the current one."),
      ...chips.filter(([, , count]) => count > 0).map(([tone, word, count]) => chip(tone, `${count} ${word}`)),
      h(
        "button",
        { type: "button", class: "button small", onclick: () => copy(sql, "The way back") },
        icon("copy"),
        "Copy",
      ),
      h(
        "button",
        { type: "button", class: "button small", onclick: () => download("back.sql", sql) },
        icon("download"),
        "Save",
      ),
    ),
    h(
      "ol",
      { class: "steps" },
      ...steps.slice(0, SHOWN).map((step) => {
        const grade = gradeOf({ reversible: gained(step) });
        return h(
          "li",
          {},
          h(
            "div",
            { class: "step-grade" },
            chip(grade.tone, grade.short),
            grade.tone !== "good" && h("p", {}, grade.text),
          ),
          snippet(`${step.sql};`),
        );
      }),
    ),
    steps.length > SHOWN &&
      h(
        "p",
        { class: "more" },
        `and ${counted(steps.length - SHOWN, "more step")}: copy or save the SQL to see them all.`,
      ),
  );
}

/** What a step brings back of what was there before the plan. */
function gained(step: Step): Reversible {
  return step.way_back ?? step.reversible;
}

function chip(tone: Tone, text: string): HTMLElement {
  return h("span", { class: "chip", "data-tone": tone }, text);
}
