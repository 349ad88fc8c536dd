// The tab of the proof: the button, the stages as they come, the verdict or the server's own words.
import { snippet } from "../editor/snippet.ts";
import { counted } from "../plan/words.ts";
import { h } from "../ui/dom.ts";
import { icon } from "../ui/icons.ts";
import type { Ask, Event, Settled } from "./protocol.ts";
import { StageList } from "./stages.ts";

export class ProvePanel {
  readonly element: HTMLElement;
  readonly #texts: () => Omit<Ask, "rows">;
  readonly #settled: (settled: Settled) => void;
  readonly #button: HTMLButtonElement;
  readonly #own: HTMLInputElement;
  readonly #rows: HTMLTextAreaElement;
  readonly #verdict = h("div", { class: "proof-verdict", role: "status", "aria-live": "polite" });
  readonly #stages = new StageList();
  #worker: Worker | null = null;

  constructor(texts: () => Omit<Ask, "rows">, settled: (settled: Settled) => void) {
    this.#texts = texts;
    this.#settled = settled;
    this.#button = h("button", {
      type: "button",
      class: "button primary",
      onclick: () => (this.#worker ? this.#stop() : void this.run()),
    });
    this.#rows = h("textarea", {
      rows: "5",
      "aria-label": "Your own rows",
      placeholder: "INSERT INTO customers (email, name) VALUES ('ann@example.org', 'Ann');",
      spellcheck: "false",
    });
    this.#own = h("input", {
      type: "checkbox",
      role: "switch",
      onchange: () => (this.#rows.parentElement!.hidden = !this.#own.checked),
    });
    this.element = h(
      "div",
      { class: "panel scrolls prove" },
      h(
        "div",
        { class: "prove-intro" },
        h(
          "p",
          {},
          "A real PostgreSQL runs in this page. It gets the current schema and rows, then the plan, step by step, and must end up as the desired schema does when it is built afresh, with its rows in place.",
        ),
        h(
          "div",
          { class: "prove-controls" },
          this.#button,
          h("label", { class: "switch" }, this.#own, "Use my own rows"),
        ),
        h("div", { class: "own-rows", hidden: true }, this.#rows),
      ),
      this.#verdict,
      this.#stages.element,
    );
    this.#label();
  }

  /** Starts over with what the editors hold now. */
  async run(): Promise<void> {
    this.#stop();
    this.#verdict.replaceChildren();
    this.#stages.reset();
    const worker = new Worker(new URL("./prove.worker.ts", import.meta.url), { type: "module", name: "proof" });
    this.#worker = worker;
    this.#label();
    worker.onmessage = ({ data }: MessageEvent<Event>) => this.#worker === worker && this.#hear(data);
    worker.onerror = (event) =>
      this.#worker === worker &&
      this.#hear({
        type: "failed",
        stage: this.#stages.current,
        message: event.message || "The proof could not be started.",
      });
    const ask: Ask = { ...this.#texts(), rows: this.#own.checked ? this.#rows.value : null };
    worker.postMessage(ask);
  }

  /** Whether there is a plan to prove. */
  possible(possible: boolean): void {
    this.#button.disabled = !possible;
  }

  /** Something was changed: what was proven no longer counts. */
  outdated(): void {
    if (!this.#worker && this.#verdict.childElementCount === 0) return;
    this.#stop();
    this.#verdict.replaceChildren();
    this.#stages.reset();
  }

  #hear(event: Event): void {
    this.#stages.hear(event);
    if (event.type === "settled") this.#settled(event.settled);
    if (event.type === "proven") this.#end(proven(event));
    if (event.type === "failed") this.#end(failed(event));
  }

  #end(verdict: HTMLElement): void {
    this.#verdict.replaceChildren(verdict);
    this.#stop();
  }

  #stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#label();
  }

  #label(): void {
    this.#button.replaceChildren(...(this.#worker ? ["Stop"] : [icon("play"), "Prove it"]));
  }
}

function proven({ server, steps, rows, tables, milliseconds }: Extract<Event, { type: "proven" }>): HTMLElement {
  const seconds = (milliseconds / 1000).toFixed(1);
  return h(
    "div",
    { class: "proof", "data-tone": "good" },
    h("h3", {}, icon("check"), "Proven"),
    h(
      "p",
      {},
      `PostgreSQL ${server} took ${counted(steps, "statement")} and ended up exactly as the desired schema. ${counted(rows, "row")} in ${counted(tables, "table")} came through; a second plan is empty. It took ${seconds} s.`,
    ),
  );
}

function failed({ stage, message, error, lines }: Extract<Event, { type: "failed" }>): HTMLElement {
  return h(
    "div",
    { class: "proof", "data-tone": "bad" },
    h("h3", {}, icon("cross"), "Not proven"),
    error
      ? h("p", {}, h("strong", {}, `ERROR: ${error.message}`), error.code && h("code", {}, ` ${error.code}`))
      : h("p", {}, message),
    error?.detail && h("p", {}, `DETAIL: ${error.detail}`),
    error?.hint && h("p", {}, `HINT: ${error.hint}`),
    error?.line != null && h("p", {}, `Line ${error.line} of the ${stage} schema:`),
    error?.sql && snippet(error.sql.length > 2000 ? `${error.sql.slice(0, 2000)}…` : error.sql),
    lines && lines.length > 0 && h("ul", {}, ...lines.slice(0, 20).map((line) => h("li", {}, line))),
    error && h("p", { class: "kind" }, "Nothing of yours was touched: this happened in the page."),
  );
}
