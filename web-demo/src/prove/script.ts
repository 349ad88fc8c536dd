// A schema as people keep it, made into what a server takes: psql's own lines and the rows of COPY go. Pure.
// Offsets stay what they were, since what goes is overwritten with blanks: so an error's place is true in the editor.

/** psql's `\` commands and `COPY ... FROM stdin` with its rows are blanked; strings and comments are left alone. */
export function forServer(text: string): string {
  if (!/^\\|\bfrom\s+stdin\b/im.test(text)) return text;
  const out: string[] = [];
  let inRows = false;
  let open: string | null = null;
  let statement = "";
  for (const line of text.split("\n")) {
    if (inRows) {
      out.push(blank(line));
      if (line.trimEnd() === "\\.") inRows = false;
    } else if (open === null && line.startsWith("\\")) {
      out.push(blank(line));
    } else {
      statement += line;
      open = openAfter(line, open);
      const ends = open === null && /;\s*$/.test(line);
      inRows = ends && /^\s*copy\s[\s\S]*\sfrom\s+stdin\b/i.test(statement);
      out.push(inRows ? blank(line) : line);
      if (ends) statement = "";
    }
  }
  return out.join("\n");
}

function blank(line: string): string {
  return " ".repeat(line.length);
}

/** The quote that is open at the end of a line: `'`, `$tag$`, a block comment, or null. */
function openAfter(line: string, open: string | null): string | null {
  let at = 0;
  while (at < line.length) {
    if (open !== null) {
      const end = line.indexOf(open, at);
      if (end < 0) return open;
      at = end + open.length;
      open = null;
      continue;
    }
    const start = quoteIn(line.slice(at));
    if (!start || start.opens === "\n") return null;
    open = start.opens;
    at += start.end;
  }
  return open;
}

/** The first quote or comment of a text: what closes it, and where its opening ends. */
function quoteIn(text: string): { at: number; end: number; opens: string } | null {
  const start = /'|"|--|\/\*|\$(?:[A-Za-z_]\w*)?\$/.exec(text);
  if (!start) return null;
  const closes: Record<string, string> = { "/*": "*/", "--": "\n" };
  return { at: start.index, end: start.index + start[0].length, opens: closes[start[0]] ?? start[0] };
}

/** Where the statements of a script begin and end: cut at `;` outside of quotes, comments, parentheses and ATOMIC bodies. */
export function statements(sql: string): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = [];
  let from = 0;
  let at = 0;
  let depth = 0;
  while (at < sql.length) {
    const quote = quoteIn(sql.slice(at, at + 4000));
    const word = /[();]|\bbegin\s+atomic\b|\bcase\b|\bend\b/i.exec(sql.slice(at, quote ? at + quote.at : at + 4000));
    if (word) {
      at += word.index + word[0].length;
      if (word[0] === ";" && depth === 0) {
        out.push({ from, to: at });
        from = at;
      }
      depth = Math.max(0, depth + (/^[(bc]/i.test(word[0]) ? 1 : word[0] === ";" ? 0 : -1));
    } else if (quote) {
      const close = sql.indexOf(quote.opens, at + quote.end);
      at = close < 0 ? sql.length : close + quote.opens.length;
    } else {
      at += 4000;
    }
  }
  if (sql.slice(from).trim() !== "") out.push({ from, to: sql.length });
  return out;
}

/** The lines around an offset, for showing where a server stumbled. */
export function around(text: string, offset: number): string {
  const lines = text.split("\n");
  const line = text.slice(0, offset).split("\n").length - 1;
  return lines.slice(Math.max(0, line - 1), line + 2).join("\n");
}

/** A server counts characters from 1, JavaScript UTF-16 units from 0. */
export function offsetOf(text: string, position: number): number {
  let offset = 0;
  for (let count = 1; count < position && offset < text.length; count++)
    offset += text.codePointAt(offset)! > 0xffff ? 2 : 1;
  return offset;
}
