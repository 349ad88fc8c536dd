// One editor: a text that people change, with marks at what is wrong in it. It knows nothing of plans.
import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, type Text, type Transaction } from "@codemirror/state";
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
import type { Compared } from "schemasync";
import type { Edit, Parsed } from "../worker/protocol.ts";
import { Checks } from "./checks.ts";
import { completion, postgres, setNames } from "./language.ts";
import { theme } from "./theme.ts";

export interface EditorOptions {
  parent: HTMLElement;
  label: string;
  hint: string;
  /** What the engine calls the text. */
  source: string;
  /** Something was typed, pasted, undone. */
  edited(edits: Edit[]): void;
}

export class Editor {
  readonly view: EditorView;
  readonly #checks: Checks;
  #quiet = false;

  constructor(options: EditorOptions) {
    this.#checks = new Checks(options.source);
    const listen = EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      this.#checks.changed();
      if (!this.#quiet) options.edited(edits(update.transactions));
    });
    this.view = new EditorView({
      parent: options.parent,
      state: EditorState.create({ extensions: [editing(options), this.#checks.extension, listen] }),
    });
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Another text, without telling anybody. */
  setText(text: string): void {
    this.#quiet = true;
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: text },
      selection: { anchor: 0 },
      scrollIntoView: true,
    });
    this.#quiet = false;
  }

  parsed(parsed: Parsed): void {
    this.#checks.parsed(parsed);
    if (parsed.names) this.view.dispatch({ effects: setNames.of(parsed.names) });
  }

  compared(compared: Compared): void {
    this.#checks.compared(compared, this.view);
  }

  /** Puts the cursor there and shows the place. */
  goTo(from: number, to = from): void {
    const { length } = this.view.state.doc;
    this.view.dispatch({
      selection: { anchor: Math.min(from, length), head: Math.min(to, length) },
      effects: EditorView.scrollIntoView(Math.min(from, length), { y: "center" }),
    });
    this.view.focus();
  }
}

function editing({ label, hint }: EditorOptions) {
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    dropCursor(),
    EditorState.allowMultipleSelections.of(true),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightSelectionMatches({ minSelectionLength: 2 }),
    placeholder(hint),
    // Tab moves on after Escape, so that nobody is caught in the editor.
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...completionKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off", tabindex: "0" }),
    postgres,
    completion,
    theme,
  ];
}

/** What was changed, in offsets of the text before. */
function edits(transactions: readonly Transaction[]): Edit[] {
  const changes = transactions.map((transaction) => transaction.changes).reduce((a, b) => a.compose(b));
  const out: Edit[] = [];
  changes.iterChanges((from, to, _newFrom, _newTo, insert: Text) => out.push({ from, to, insert: insert.toString() }));
  return out;
}
