// Tabs as the ARIA practices describe them: arrows move, the panel follows.
import { h } from "./dom.ts";

export interface Tab<Id extends string> {
  id: Id;
  label: string;
  panel: HTMLElement;
}

export class Tabs<Id extends string> {
  readonly list: HTMLElement;
  readonly #tabs: { id: Id; button: HTMLButtonElement; panel: HTMLElement }[];
  readonly #chosen: (id: Id) => void;
  #current: Id;

  constructor(label: string, tabs: Tab<Id>[], chosen: (id: Id) => void) {
    this.#chosen = chosen;
    this.#current = tabs[0]!.id;
    this.#tabs = tabs.map(({ id, label, panel }) => {
      const button = h(
        "button",
        {
          type: "button",
          role: "tab",
          id: `tab-${id}`,
          "aria-controls": `panel-${id}`,
          onclick: () => this.choose(id),
        },
        label,
      );
      panel.id = `panel-${id}`;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", `tab-${id}`);
      return { id, button, panel };
    });
    this.list = h(
      "div",
      { class: "tabs", role: "tablist", "aria-label": label, onkeydown: (event: KeyboardEvent) => this.#key(event) },
      ...this.#tabs.map(({ button }) => button),
    );
    this.#show();
  }

  get current(): Id {
    return this.#current;
  }

  choose(id: Id): void {
    if (!this.#tabs.some((tab) => tab.id === id)) return;
    this.#current = id;
    this.#show();
    this.#chosen(id);
  }

  /** A number or a mark beside the label. */
  badge(id: Id, text: string, tone = "calm"): void {
    const button = this.#tabs.find((tab) => tab.id === id)?.button;
    button?.querySelector(".badge")?.remove();
    if (text) button?.append(h("span", { class: "badge", "data-tone": tone }, text));
  }

  #show(): void {
    for (const { id, button, panel } of this.#tabs) {
      const chosen = id === this.#current;
      button.setAttribute("aria-selected", String(chosen));
      button.tabIndex = chosen ? 0 : -1;
      panel.hidden = !chosen;
    }
  }

  #key(event: KeyboardEvent): void {
    const at = this.#tabs.findIndex(({ id }) => id === this.#current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.#tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = this.#tabs[(to + this.#tabs.length) % this.#tabs.length]!;
    this.choose(next.id);
    next.button.focus();
  }
}
