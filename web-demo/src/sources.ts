// The two editors side by side with what fills them: typing, files, examples, a pasted catalog, a shared link.
import { contentOf, documentOf, type Content } from "./editor/files.ts";
import { Pane } from "./editor/pane.ts";
import type { Engine } from "./worker/client.ts";
import type { Parsed, Planned, Side } from "./worker/protocol.ts";
import { h } from "./ui/dom.ts";
import { icon } from "./ui/icons.ts";
import { toast } from "./ui/toast.ts";

const WORDS = {
  current: {
    title: "Current",
    about: "what is there",
    hint: "CREATE TABLE … as it is now. Paste pg_dump --schema-only, or drop files here.",
  },
  desired: { title: "Desired", about: "what it shall be", hint: "CREATE TABLE … as you want it. No ALTER needed." },
} as const;

export class Sources {
  readonly #engine: Engine;
  readonly #panes: Record<Side, Pane>;
  readonly #changed: () => void;

  constructor(root: HTMLElement, engine: Engine, catalogButton: HTMLElement, changed: () => void) {
    this.#engine = engine;
    this.#changed = changed;
    const swap = h(
      "button",
      {
        type: "button",
        class: "button quiet small square",
        "aria-label": "Swap the two sides",
        title: "Swap the two sides",
        onclick: () => this.set(this.text("desired"), this.text("current")),
      },
      icon("swap"),
    );
    this.#panes = { current: this.#pane("current", [catalogButton]), desired: this.#pane("desired", [swap]) };
    root.append(this.#panes.current.element, this.#panes.desired.element);
  }

  text(side: Side): string {
    return this.#panes[side].editor.text;
  }

  set(current: string, desired: string): void {
    this.#fill("current", current);
    this.#fill("desired", desired);
    this.#changed();
  }

  parsed(result: Parsed): void {
    this.#panes[result.side].parsed(result);
  }

  /** The plan that leads to the desired side. */
  planned({ plan }: Planned): void {
    // What is about no place stands beside the plan.
    if (plan) this.#panes.desired.editor.compared({ plan, diagnostics: [], changes: plan.changes });
  }

  /** Puts the cursor of a side there. */
  goTo(side: Side, from: number, to: number): void {
    this.#panes[side].editor.goTo(from, to);
  }

  /** A snapshot or a catalog becomes the DDL that says the same; gives back what is wrong with it, if anything. */
  async take(side: Side, json: string): Promise<string | null> {
    const { text, diagnostics } = await this.#engine.ask("readDocument", { document: documentOf(json) });
    if (text === null) return diagnostics[0]?.message ?? "This is neither a catalog nor a snapshot.";
    this.#fill(side, text);
    this.#changed();
    return null;
  }

  #fill(side: Side, text: string): void {
    this.#panes[side].editor.setText(text);
    this.#engine.text(side, text);
  }

  #pane(side: Side, buttons: HTMLElement[]): Pane {
    return new Pane({
      side,
      ...WORDS[side],
      buttons,
      edited: (edits) => {
        this.#engine.edit(side, edits);
        this.#changed();
      },
      files: (files) => void this.#files(side, files),
    });
  }

  async #files(side: Side, files: File[]): Promise<void> {
    if (files.length === 0) return;
    const content: Content = await contentOf(files);
    if ("sql" in content) {
      this.#fill(side, content.sql);
      this.#changed();
    } else {
      const fault = await this.take(side, await files[0]!.text());
      if (fault) toast(`${content.name}: ${fault}`);
    }
  }
}
