// What the core asks a server: its catalog, and what it makes of texts that the core cannot compare.
import { catalogQuery, questions, type Answer, type DiffOptions, type Side } from "schemasync";
import type { Server } from "./server.ts";

/** The server's catalog as one JSON document. */
export async function catalogOf(server: Server): Promise<string> {
  const query = catalogQuery(18);
  return server.tried(async () => {
    for (const setting of query.session) await server.run(setting);
    const [row] = await server.rows<Record<string, unknown>>(query.query);
    const document = Object.values(row!)[0];
    return typeof document === "string" ? document : JSON.stringify(document);
  });
}

/** The server's answers. Each question leaves nothing behind; one that it cannot answer stays open. */
export async function asked(server: Server, current: Side, desired: Side, options: DiffOptions): Promise<Answer[]> {
  const { questions: open, session } = questions(current, desired, options);
  if (open.length === 0) return [];
  return server.tried(async () => {
    for (const setting of session) await server.run(setting);
    const answers: Answer[] = [];
    for (const { object, statements, ask } of open) {
      const tried = await server.attempt(async () => {
        for (const statement of statements) await server.run(statement);
        return server.rows<{ texts: string[] }>(`SELECT (${ask}) AS texts`);
      });
      if ("result" in tried && tried.result[0]) answers.push({ object, texts: tried.result[0].texts });
    }
    return answers;
  });
}
