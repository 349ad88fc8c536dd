// The tab with the picture: the drawing, its controls, what its colours mean.
import { h } from "../ui/dom.ts";
import { icon, type IconName } from "../ui/icons.ts";
import { download } from "../ui/toast.ts";
import { counted } from "../plan/words.ts";
import { emptyState } from "../plan/verdict.ts";
import type { Picture } from "./model.ts";
import { PanZoom } from "./panzoom.ts";
import { standalone } from "./save.ts";
import { drawn } from "./svg.ts";

const LEGEND = [
  ["create", "new"],
  ["alter", "changed"],
  ["replace", "made anew"],
  ["rename", "renamed"],
  ["drop", "dropped"],
] as const;
const STEP = 60;

export class PicturePanel {
  readonly element: HTMLElement;
  readonly #place = h("div", {
    class: "canvas",
    role: "group",
    tabindex: "0",
    "aria-label": "Picture: arrow keys move it, plus and minus zoom, 0 shows all of it",
    onkeydown: (event: KeyboardEvent) => this.#key(event),
  });
  readonly #note = h("p", { class: "grow" });
  readonly #everything: HTMLInputElement;
  readonly #switch: HTMLElement;
  readonly #load: (everything: boolean) => Promise<Picture>;
  readonly #chosen: (table: string) => void;
  #panZoom: PanZoom | null = null;
  #asked = 0;

  constructor(load: (everything: boolean) => Promise<Picture>, chosen: (table: string) => void) {
    this.#load = load;
    this.#chosen = chosen;
    this.#everything = h("input", { type: "checkbox", role: "switch", onchange: () => void this.refresh() });
    this.#switch = h("label", { class: "switch", hidden: true }, this.#everything, "All tables");
    this.element = h(
      "div",
      { class: "panel picture-panel" },
      h(
        "div",
        { class: "toolbar" },
        this.#note,
        this.#switch,
        h(
          "ul",
          { class: "legend", "aria-label": "Colours" },
          ...LEGEND.map(([change, word]) => h("li", { "data-change": change }, word)),
        ),
        this.#button("minus", "Zoom out", () => this.#panZoom?.zoom(1 / 1.3)),
        this.#button("plus", "Zoom in", () => this.#panZoom?.zoom(1.3)),
        this.#button("fit", "Show all of it", () => this.#panZoom?.fit()),
        this.#button("expand", "Whole window", () => this.#expand()),
        this.#button("download", "Save as SVG", () => this.#save()),
      ),
      this.#place,
    );
  }

  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const picture = await this.#load(this.#everything.checked);
    if (asked !== this.#asked) return;
    const shown = picture.boxes.length;
    const dropped = picture.boxes.filter(({ change }) => change === "drop").length;
    const some = shown < picture.tables;
    this.#note.textContent = some
      ? `${shown} of ${picture.tables} tables: what changes and what is next to it`
      : `${counted(shown - dropped, "table")} of the desired schema${dropped > 0 ? `, ${dropped} dropped` : ""}`;
    this.#switch.hidden = !some && !this.#everything.checked;
    if (shown === 0) {
      this.#place.replaceChildren(
        emptyState(
          "calm",
          "No tables yet",
          "The picture shows the tables of the desired schema and how they refer to each other.",
          "database",
        ),
      );
      return;
    }
    const svg = drawn(picture, this.#chosen);
    this.#place.replaceChildren(svg);
    this.#panZoom = new PanZoom(svg, picture);
    this.#panZoom.fit();
  }

  #button(name: IconName, label: string, act: () => void): HTMLElement {
    return h(
      "button",
      { type: "button", class: "button small square", "aria-label": label, title: label, onclick: act },
      icon(name),
    );
  }

  #expand(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void this.element.requestFullscreen();
  }

  #save(): void {
    const svg = this.#place.querySelector("svg");
    if (svg) download("schema.svg", standalone(svg), "image/svg+xml");
  }

  #key(event: KeyboardEvent): void {
    const act: Record<string, () => void> = {
      "+": () => this.#panZoom?.zoom(1.3),
      "=": () => this.#panZoom?.zoom(1.3),
      "-": () => this.#panZoom?.zoom(1 / 1.3),
      "0": () => this.#panZoom?.fit(),
      ArrowLeft: () => this.#panZoom?.pan(STEP, 0),
      ArrowRight: () => this.#panZoom?.pan(-STEP, 0),
      ArrowUp: () => this.#panZoom?.pan(0, STEP),
      ArrowDown: () => this.#panZoom?.pan(0, -STEP),
    };
    const action = act[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  }
}
