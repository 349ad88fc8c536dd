// The worker's text is the editor's text, whatever is typed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorState } from "@codemirror/state";
import { edited } from "../../src/worker/text.ts";
import type { Edit } from "../../src/worker/protocol.ts";

test("edits count in the text before them all", () => {
  const edits: Edit[] = [
    { from: 0, to: 6, insert: "DROP" },
    { from: 12, to: 12, insert: " IF EXISTS" },
  ];
  assert.equal(edited("CREATE TABLE t", edits), "DROP TABLE IF EXISTS t");
});

test("many random edits leave both with the same text", () => {
  let state = EditorState.create({ doc: "CREATE TABLE t (a integer);\n".repeat(30) });
  let copy = state.doc.toString();
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48271) % 0x7fffffff) % below;
  for (let round = 0; round < 300; round++) {
    const ends = Array.from({ length: 4 }, () => random(state.doc.length + 1)).sort((a, b) => a - b) as [
      number,
      number,
      number,
      number,
    ];
    const changes = state.changes([
      { from: ends[0], to: ends[1], insert: "x".repeat(random(9)) },
      { from: ends[2], to: ends[3], insert: "é🐘" },
    ]);
    const edits: Edit[] = [];
    changes.iterChanges((from, to, _from, _to, insert) => edits.push({ from, to, insert: insert.toString() }));
    state = state.update({ changes }).state;
    copy = edited(copy, edits);
    assert.equal(copy, state.doc.toString());
  }
});
