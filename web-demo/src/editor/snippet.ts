// A few lines of SQL in colours, without an editor around them.
import { highlightCode } from "@lezer/highlight";
import { h } from "../ui/dom.ts";
import { colours, dialect } from "./language.ts";

/** Above this it stands plain: colouring would be felt. */
const LONG = 20_000;

export function snippet(sql: string): HTMLElement {
  const pre = h("pre", { class: "snippet", tabindex: "0" });
  if (sql.length > LONG) {
    pre.append(sql);
    return pre;
  }
  highlightCode(
    sql,
    dialect.language.parser.parse(sql),
    colours,
    (text, classes) => pre.append(classes ? h("span", { class: classes }, text) : text),
    () => pre.append("\n"),
  );
  return pre;
}
