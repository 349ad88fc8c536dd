// What the package's extension marks and tells in an editor. It asks for a check when the typing pauses; the worker's
// results arrive by themselves, so a check only waits for the one that belongs to the text as it is.
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Compared } from "schemasync";
import { mark, schemasync, type Checked } from "schemasync/codemirror";
import { findings } from "schemasync/editor";
import type { Parsed } from "../worker/protocol.ts";

export class Checks {
  readonly extension: Extension;
  #checked: Checked | null = null;
  #waiting: ((checked: Checked) => void)[] = [];

  constructor(source: string) {
    this.extension = [lintGutter(), schemasync({ source, check: () => this.#check() })];
  }

  /** The text was changed: what is known is about another one. */
  changed(): void {
    this.#checked = null;
  }

  parsed({ diagnostics, whole }: Parsed): void {
    this.#checked = { parsed: whole ?? { diagnostics, objects: [], tables: [] } };
    for (const resolve of this.#waiting.splice(0)) resolve(this.#checked);
  }

  /** What leads here from the other side: of its changes the dangerous ones are marked. */
  compared(compared: Compared, view: EditorView): void {
    if (!this.#checked || this.#checked.parsed.objects.length === 0) return;
    this.#checked = { ...this.#checked, compared };
    // The extension looks again when this text changes, but the other side may be what changed.
    const placed = findings(this.#checked.parsed, compared).filter(({ start }) => start !== undefined);
    view.dispatch(
      setDiagnostics(
        view.state,
        placed.map((found) => mark(found, view.state.doc.length)),
      ),
    );
  }

  #check(): Promise<Checked> {
    const checked = this.#checked;
    return checked ? Promise.resolve(checked) : new Promise((resolve) => this.#waiting.push(resolve));
  }
}
