// Diagnostics of the engine as marks in an editor: under their exact places, in the gutter, told on hover.
import { setDiagnostics, type Diagnostic as Mark } from "@codemirror/lint";
import type { EditorState, TransactionSpec } from "@codemirror/state";
import type { Diagnostic } from "schemasync";

const SEVERITY = { error: "error", warning: "warning", note: "info" } as const;

export function marks(state: EditorState, diagnostics: readonly Diagnostic[]): TransactionSpec {
  const { length } = state.doc;
  return setDiagnostics(state, diagnostics.map((diagnostic) => mark(diagnostic, length)));
}

function mark(diagnostic: Diagnostic, length: number): Mark {
  const from = Math.min(diagnostic.start ?? 0, length);
  return {
    from,
    to: Math.min(Math.max(diagnostic.end ?? from, from), length),
    severity: SEVERITY[diagnostic.level],
    message: diagnostic.help ? `${diagnostic.message}\n${diagnostic.help}` : diagnostic.message,
  };
}

