// A text to read and copy: long ones too, since only what is seen is drawn.
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import { postgres } from "./language.ts";
import { theme } from "./theme.ts";

export class Viewer {
  readonly #view: EditorView;

  constructor(parent: HTMLElement, label: string, language: "sql" | "plain") {
    this.#view = new EditorView({ parent, state: EditorState.create({ extensions: reading(label, language) }) });
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  setText(text: string): void {
    if (text === this.text) return;
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }
}

function reading(label: string, language: "sql" | "plain"): Extension {
  return [
    EditorState.readOnly.of(true),
    drawSelection(),
    search(),
    keymap.of(searchKeymap),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, "aria-readonly": "true", tabindex: "0" }),
    language === "sql" ? postgres : [],
    EditorView.theme({ ".cm-line": { padding: "0 16px" } }),
    theme,
  ];
}
