// A PostgreSQL in the page. What it says against a statement comes out as a Refusal with its place.
// PGlite is held at 0.5.16: the next release writes a mark of its own (pg_attver) on every column, which no PostgreSQL
// has and which then looks like a difference between two databases.
import { PGlite, type Extension } from "@electric-sql/pglite";
import type { ServerError } from "./protocol.ts";
import { around, forServer, offsetOf, statements } from "./script.ts";

/** The server refused something. */
export class Refusal extends Error {
  readonly error: ServerError;

  constructor(error: ServerError) {
    super(error.message);
    this.error = error;
  }
}

export class Server {
  readonly #pg: PGlite;
  /** Roles that had to be made, since a schema names them and a cluster has them. */
  readonly roles = new Set<string>();

  private constructor(pg: PGlite) {
    this.#pg = pg;
  }

  static async start(extensions: Record<string, Extension>): Promise<Server> {
    return new Server(await PGlite.create({ extensions }));
  }

  /** Another one with the same in it: much faster than making a cluster anew. */
  async another(extensions: Record<string, Extension>): Promise<Server> {
    return new Server(await PGlite.create({ extensions, loadDataDir: await this.#pg.dumpDataDir("none") }));
  }

  async version(): Promise<string> {
    const [row] = await this.rows<{ server_version: string }>("SHOW server_version");
    return row!.server_version;
  }

  async rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]> {
    try {
      return (await this.#pg.query<Row>(sql, parameters)).rows;
    } catch (error) {
      throw refusal(error, sql, null);
    }
  }

  /** One statement, or several that stand or fall together. */
  async run(sql: string): Promise<void> {
    try {
      await this.#pg.exec(sql);
    } catch (error) {
      throw refusal(error, sql, null);
    }
  }

  /** A schema as somebody wrote it. Roles that it names are made on the way. */
  async script(text: string): Promise<void> {
    const sql = forServer(text);
    for (;;) {
      try {
        await this.#pg.exec(sql);
        // What a dump sets for its own session is not to hold for what follows.
        await this.#pg.exec("RESET ALL");
        return;
      } catch (error) {
        await this.#pg.exec("ROLLBACK; RESET ALL");
        const role = missingRole(error);
        if (role === null || this.roles.has(role)) throw (await this.#culprit(sql)) ?? refusal(error, sql, text);
        await this.role(role);
      }
    }
  }

  /** The statement of a script that is refused, with its own place; not all refusals have one. */
  async #culprit(sql: string): Promise<Refusal | null> {
    return this.tried(async () => {
      for (const { from, to } of statements(sql)) {
        try {
          await this.#pg.exec(sql.slice(from, to));
        } catch (error) {
          const found = refusal(error, sql.slice(from, to).trim(), null);
          return new Refusal({
            ...found.error,
            line: sql.slice(0, from + sql.slice(from).search(/\S/)).split("\n").length,
          });
        }
      }
      return null;
    });
  }

  async role(name: string): Promise<void> {
    this.roles.add(name);
    await this.run(`CREATE ROLE "${name.replaceAll('"', '""')}"`);
  }

  /** Does something and takes it back. */
  async tried<Result>(what: () => Promise<Result>): Promise<Result> {
    await this.run("BEGIN");
    try {
      return await what();
    } finally {
      await this.run("ROLLBACK");
    }
  }

  /** Whether something went through; where it did not, it left nothing. Inside a transaction. */
  async attempt<Result>(what: () => Promise<Result>): Promise<{ result: Result } | { refusal: Refusal }> {
    await this.run("SAVEPOINT attempt");
    try {
      const result = await what();
      await this.run("RELEASE SAVEPOINT attempt");
      return { result };
    } catch (error) {
      await this.run("ROLLBACK TO SAVEPOINT attempt; RELEASE SAVEPOINT attempt");
      if (error instanceof Refusal) return { refusal: error };
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.#pg.close();
  }
}

function missingRole(error: unknown): string | null {
  const { code, message } = error as { code?: string; message?: string };
  return code === "42704" ? (/^role "(.+)" does not exist/.exec(message ?? "")?.[1] ?? null) : null;
}

/** `whole` is the text in the editor where the statement is all of it: then its lines around the place are told. */
function refusal(error: unknown, sql: string, whole: string | null): Refusal {
  const said = error as { message?: string; code?: string; detail?: string; hint?: string; position?: string };
  const offset = said.position ? offsetOf(sql, Number(said.position)) : null;
  return new Refusal({
    message: said.message ?? String(error),
    code: said.code ?? null,
    detail: said.detail ?? null,
    hint: said.hint ?? null,
    sql: whole === null || offset === null ? (whole === null ? sql : "") : around(whole, offset),
    line: whole === null || offset === null ? null : whole.slice(0, offset).split("\n").length,
  });
}
