// The plan in forms for others: Markdown for a pull request, JSON for programs, text for a terminal.
import { Viewer } from "../editor/viewer.ts";
import { h } from "../ui/dom.ts";
import { icon } from "../ui/icons.ts";
import { copy, download } from "../ui/toast.ts";

const FORMATS = [
  ["markdown", "Markdown", "plan.md"],
  ["json", "JSON", "plan.json"],
  ["text", "Text", "plan.txt"],
] as const;
export type Format = (typeof FORMATS)[number][0];

export class ExportPanel {
  readonly element: HTMLElement;
  readonly #viewer: Viewer;
  readonly #render: (format: Format) => Promise<string>;
  readonly #buttons: HTMLButtonElement[];
  #format: (typeof FORMATS)[number] = FORMATS[0];

  constructor(render: (format: Format) => Promise<string>) {
    this.#render = render;
    const place = h("div", { class: "viewer" });
    this.#buttons = FORMATS.map((format) =>
      h("button", { type: "button", onclick: () => this.#choose(format) }, format[1]),
    );
    this.element = h(
      "div",
      { class: "panel" },
      h(
        "div",
        { class: "toolbar" },
        h("div", { class: "segments grow", role: "group", "aria-label": "Form" }, ...this.#buttons),
        h(
          "button",
          { type: "button", class: "button small", onclick: () => copy(this.#viewer.text, this.#format[1]) },
          icon("copy"),
          "Copy",
        ),
        h(
          "button",
          { type: "button", class: "button small", onclick: () => download(this.#format[2], this.#viewer.text) },
          icon("download"),
          "Save",
        ),
      ),
      place,
    );
    this.#viewer = new Viewer(place, "The plan in another form", "plain");
  }

  async refresh(): Promise<void> {
    const format = this.#format;
    this.#buttons.forEach((button, at) => button.setAttribute("aria-pressed", String(FORMATS[at] === format)));
    const text = await this.#render(format[0]);
    if (format === this.#format) this.#viewer.setText(text || "There is no plan yet.\n");
  }

  #choose(format: (typeof FORMATS)[number]): void {
    this.#format = format;
    void this.refresh();
  }
}
