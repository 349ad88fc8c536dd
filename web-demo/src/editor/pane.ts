// An editor with its head (which side it is, what is in it) and its foot (what is wrong in it). Files dropped on it
// become its text.
import type { Diagnostic } from "schemasync";
import { h } from "../ui/dom.ts";
import { icon } from "../ui/icons.ts";
import { counted } from "../plan/words.ts";
import type { Edit, Parsed, Side } from "../worker/protocol.ts";
import { Editor } from "./editor.ts";

export interface PaneOptions {
  side: Side;
  title: string;
  about: string;
  hint: string;
  edited(edits: Edit[]): void;
  /** Files were dropped or chosen. */
  files(files: File[]): void;
  /** More buttons for the head. */
  buttons: HTMLElement[];
}

/** Faults listed under the editor; the rest is counted. */
const LISTED = 3;

export class Pane {
  readonly element: HTMLElement;
  readonly editor: Editor;
  readonly #about: HTMLElement;
  readonly #faults = h("div", { class: "faults", role: "status", "aria-live": "polite" });
  readonly #options: PaneOptions;

  constructor(options: PaneOptions) {
    this.#options = options;
    const place = h("div", { class: "editor" });
    this.#about = h("p", {}, options.about);
    const input = h("input", {
      type: "file",
      hidden: true,
      multiple: true,
      accept: ".sql,.json,.ddl,.txt",
      onchange: () => {
        options.files([...(input.files ?? [])]);
        input.value = "";
      },
    });
    const open = h(
      "button",
      {
        type: "button",
        class: "button quiet small square",
        title: "Open files",
        "aria-label": `Open files as the ${options.side} schema`,
        onclick: () => input.click(),
      },
      icon("open"),
    );
    this.element = h(
      "section",
      { class: "pane", "data-side": options.side, "aria-label": `${options.title} schema` },
      h("div", { class: "pane-head" }, h("h2", {}, options.title), this.#about, ...options.buttons, open, input),
      place,
      this.#faults,
    );
    this.editor = new Editor({
      parent: place,
      label: `${options.title} schema, SQL`,
      hint: options.hint,
      source: `${options.side}.sql`,
      edited: options.edited,
    });
    this.#dropping();
  }

  parsed(result: Parsed): void {
    const { diagnostics, tables } = result;
    this.editor.parsed(result);
    this.#about.textContent = tables > 0 ? `${this.#options.about} · ${counted(tables, "table")}` : this.#options.about;
    this.#list(diagnostics);
  }

  #list(diagnostics: readonly Diagnostic[]): void {
    const worst = [...diagnostics].sort((a, b) => rank(a) - rank(b)).filter(({ level }) => level !== "note");
    this.#faults.replaceChildren(
      ...worst.slice(0, LISTED).map((diagnostic) => this.#fault(diagnostic)),
      worst.length > LISTED ? h("p", { class: "more" }, `and ${worst.length - LISTED} more`) : "",
    );
  }

  #fault({ level, message, help, line, column, start, end }: Diagnostic): HTMLElement {
    const where = line === undefined ? "" : `${line}:${column}`;
    return h(
      "button",
      {
        type: "button",
        class: "fault",
        "data-tone": level === "error" ? "bad" : "care",
        title: help ?? message,
        onclick: () => this.editor.goTo(start ?? 0, end ?? start ?? 0),
      },
      h("span", { class: "fault-level" }, level),
      where && h("span", { class: "fault-place" }, where),
      h("span", { class: "fault-text" }, message),
    );
  }

  #dropping(): void {
    let depth = 0;
    const mark = (by: number) => {
      depth = Math.max(0, depth + by);
      this.element.classList.toggle("dropping", depth > 0);
    };
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    this.element.addEventListener("dragenter", (event) => holdsFiles(event) && mark(1));
    this.element.addEventListener("dragleave", (event) => holdsFiles(event) && mark(-1));
    this.element.addEventListener("dragover", (event) => holdsFiles(event) && event.preventDefault());
    // Before the editor, which would put the file's text where the pointer is.
    this.element.addEventListener(
      "drop",
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        depth = 0;
        mark(0);
        this.#options.files([...event.dataTransfer!.files]);
      },
      { capture: true },
    );
  }
}

function rank({ level }: Diagnostic): number {
  return ["error", "warning", "note"].indexOf(level);
}
