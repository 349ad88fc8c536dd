// The plan as SQL, to read, copy and save.
import { Viewer } from "../editor/viewer.ts";
import { h } from "../ui/dom.ts";
import { icon } from "../ui/icons.ts";
import { copy, download } from "../ui/toast.ts";

export class SqlPanel {
  readonly element: HTMLElement;
  readonly #viewer: Viewer;

  constructor(options: HTMLElement) {
    const place = h("div", { class: "viewer" });
    this.element = h(
      "div",
      { class: "panel" },
      h(
        "div",
        { class: "toolbar" },
        h("div", { class: "grow" }, options),
        h(
          "button",
          { type: "button", class: "button small", onclick: () => copy(this.#viewer.text, "The SQL") },
          icon("copy"),
          "Copy",
        ),
        h(
          "button",
          { type: "button", class: "button small", onclick: () => download("migration.sql", this.#viewer.text) },
          icon("download"),
          "Save",
        ),
      ),
      place,
    );
    this.#viewer = new Viewer(place, "SQL of the plan", "sql");
  }

  /** Nothing where there is no plan, empty where there is nothing to do. */
  show(sql: string | null): void {
    const instead = sql === null ? "-- There is no plan yet.\n" : "-- Nothing to do: both sides mean the same.\n";
    this.#viewer.setText(sql || instead);
  }
}
