// The list of stages with their state, and under "Apply the plan" its statements.
import { h } from "../ui/dom.ts";
import { icon } from "../ui/icons.ts";
import { STAGES, STAGE_WORDS, type Event, type Stage, type StepLine } from "./protocol.ts";

/** Statements around the running one that are shown. */
const SHOWN = 400;

type Status = "waiting" | "running" | "done" | "skipped" | "failed";

export class StageList {
  readonly element = h("ol", { class: "stages", "aria-label": "Stages of the proof" });
  #items = new Map<Stage, { item: HTMLElement; note: HTMLElement; extra: HTMLElement }>();
  #steps: HTMLElement[] = [];
  #bar: HTMLProgressElement | null = null;
  #current: Stage = "start";

  constructor() {
    this.reset();
  }

  get current(): Stage {
    return this.#current;
  }

  reset(): void {
    this.#current = "start";
    this.#items = new Map(
      STAGES.map((stage) => {
        const note = h("span", { class: "stage-note" });
        const extra = h("div", { class: "stage-extra" });
        const item = h(
          "li",
          { "data-status": "waiting" },
          h("span", { class: "stage-mark", "aria-hidden": "true" }),
          h("span", { class: "stage-word" }, STAGE_WORDS[stage]),
          note,
          extra,
        );
        return [stage, { item, note, extra }];
      }),
    );
    this.element.replaceChildren(...[...this.#items.values()].map(({ item }) => item));
  }

  hear(event: Event): void {
    if (event.type === "stage") {
      this.#current = event.stage;
      this.#mark(event.stage, event.status, event.note);
    }
    if (event.type === "failed") this.#mark(event.stage, "failed");
    if (event.type === "steps") this.#listSteps(event.steps);
    if (event.type === "step") this.#markStep(event.index, event.status);
  }

  #mark(stage: Stage, status: Status, note?: string): void {
    const found = this.#items.get(stage)!;
    found.item.dataset["status"] = status;
    if (note !== undefined) found.note.textContent = note;
    found.item
      .querySelector(".stage-mark")!
      .replaceChildren(...(status === "done" ? [icon("check")] : status === "failed" ? [icon("cross")] : []));
  }

  #listSteps(steps: StepLine[]): void {
    this.#bar = h("progress", {
      max: String(Math.max(1, steps.length)),
      value: "0",
      "aria-label": "Statements applied",
    });
    this.#steps = steps
      .slice(0, SHOWN)
      .map(({ sql }) => h("li", { "data-status": "waiting" }, h("code", {}, firstLine(sql))));
    this.#items.get("apply")!.extra.replaceChildren(this.#bar, h("ol", { class: "applied" }, ...this.#steps));
  }

  #markStep(index: number, status: "running" | "done" | "failed"): void {
    if (this.#bar && status === "done") this.#bar.value = index + 1;
    const step = this.#steps[index];
    if (step) step.dataset["status"] = status;
    if (status === "failed") step?.scrollIntoView({ block: "nearest" });
  }
}

function firstLine(sql: string): string {
  const [first, ...rest] = sql.trim().split("\n");
  return rest.length > 0 ? `${first} …` : first!;
}
