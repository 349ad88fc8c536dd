// Files as a text for an editor: several one below the other, each with its name above. Pure but for reading them.
import type { Side } from "schemasync";

/** What files hold: DDL, or one document that the engine has to make DDL of. */
export type Content = { sql: string } | { document: Side; name: string };

export async function contentOf(files: readonly File[]): Promise<Content> {
  const texts = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
  const [first] = texts;
  if (texts.length === 1 && first && first.name.endsWith(".json"))
    return { document: documentOf(first.text), name: first.name };
  return { sql: joined(texts.filter(({ name }) => !name.endsWith(".json"))) };
}

/** A document says itself what it is. */
export function documentOf(json: string): Side {
  return /"format"\s*:\s*"schemasync-snapshot"/.test(json.slice(0, 400)) ? { snapshot: json } : { catalog: json };
}

export function joined(texts: readonly { name: string; text: string }[]): string {
  if (texts.length === 1) return texts[0]!.text;
  const sorted = [...texts].sort((a, b) => (a.name < b.name ? -1 : 1));
  return sorted.map(({ name, text }) => `-- ${name}\n\n${text.trimEnd()}\n`).join("\n");
}
