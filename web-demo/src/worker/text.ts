// The worker's copy of a text, kept up to date with what is typed.
import type { Edit } from "./protocol.ts";

/** The text after edits, which are given in order, do not overlap, and count in the text before them all. */
export function edited(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, insert } of edits) {
    parts.push(text.slice(at, from), insert);
    at = to;
  }
  parts.push(text.slice(at));
  return parts.join("");
}
