// The proof, from an empty server to the verdict. Runs in a worker of its own, says what it does as it goes.
import { diffWithAnswers, type Compared, type Plan } from "schemasync";
import { extensionsOf } from "./extensions.ts";
import type { Ask, Event, Settled, Stage, StepLine } from "./protocol.ts";
import { asked, catalogOf } from "./questions.ts";
import { sampleRows } from "./rows.ts";
import { Refusal, Server } from "./server.ts";
import { counted } from "../plan/words.ts";
import { compared, stateOf, type TableState } from "./survive.ts";

/** The proof ends here, with what there is to say. */
class Failed extends Error {
  readonly lines: string[];

  constructor(message: string, lines: string[] = []) {
    super(message);
    this.lines = lines;
  }
}

export async function prove(ask: Ask, say: (event: Event) => void): Promise<void> {
  const proof = new Proof(ask, say);
  try {
    await proof.run();
  } catch (error) {
    if (error instanceof Refusal)
      say({ type: "failed", stage: proof.stage, message: "PostgreSQL refused this.", error: error.error });
    else if (error instanceof Failed)
      say({ type: "failed", stage: proof.stage, message: error.message, lines: error.lines });
    else
      say({
        type: "failed",
        stage: proof.stage,
        message: `The proof itself could not go on: ${String((error as Error)?.message ?? error)}`,
      });
  } finally {
    await proof.end();
  }
}

class Proof {
  stage: Stage = "start";
  readonly #ask: Ask;
  readonly #say: (event: Event) => void;
  readonly #servers: Server[] = [];

  constructor(ask: Ask, say: (event: Event) => void) {
    this.#ask = ask;
    this.#say = say;
  }

  async run(): Promise<void> {
    const begun = performance.now();
    const { old, fresh, version } = await this.#begin(
      "start",
      () => this.#start(),
      ({ version }) => `PostgreSQL ${version}`,
    );
    await this.#begin("current", () => old.script(this.#ask.current));
    await this.#begin("desired", () => fresh.script(this.#ask.desired));
    await sameRoles(old, fresh);
    const { plan } = await this.#begin(
      "settle",
      () => this.#settle(old),
      ({ note }) => note,
    );
    await this.#begin(
      "rows",
      () => this.#rows(old),
      (note) => note,
    );
    const before = await stateOf(old);
    const steps = await this.#begin(
      "apply",
      () => this.#apply(old, plan),
      (count) => counted(count, "statement"),
    );
    const kept = await this.#begin(
      "survive",
      () => this.#survive(old, before, plan),
      ({ note }) => note,
    );
    await this.#begin(
      "compare",
      () => this.#compare(old, fresh),
      () => "they are the same",
    );
    await this.#begin(
      "again",
      () => this.#again(old),
      () => "nothing is left",
    );
    this.#say({
      type: "proven",
      milliseconds: performance.now() - begun,
      server: version,
      steps,
      rows: kept.rows,
      tables: kept.tables,
    });
  }

  async end(): Promise<void> {
    await Promise.allSettled(this.#servers.map((server) => server.stop()));
  }

  async #begin<Result>(
    stage: Stage,
    work: () => Promise<Result>,
    note?: (result: Result) => string | Promise<string>,
  ): Promise<Result> {
    this.stage = stage;
    this.#say({ type: "stage", stage, status: "running" });
    const result = await work();
    const said = note ? await note(result) : undefined;
    this.#say({ type: "stage", stage, status: "done", ...(said === undefined ? {} : { note: said }) });
    return result;
  }

  /** Two databases: one to be changed, one to compare it with. */
  async #start(): Promise<{ old: Server; fresh: Server; version: string }> {
    const extensions = await extensionsOf(this.#ask.current, this.#ask.desired);
    const old = await Server.start(extensions);
    this.#servers.push(old);
    const fresh = await old.another(extensions);
    this.#servers.push(fresh);
    return { old, fresh, version: await old.version() };
  }

  /** The plan from what is there, with PostgreSQL's own word where the texts leave something open. */
  async #settle(server: Server): Promise<{ plan: Plan; note: string }> {
    const { current, desired, online } = this.#ask;
    const shown = planned(diffWithAnswers(current, desired, { online }, []));
    const catalog = await catalogOf(server);
    const answers = await asked(server, { catalog }, desired, { online });
    const settled = planned(diffWithAnswers({ catalog }, desired, { online }, answers));
    const fewer = shown.summary.changes - settled.summary.changes;
    if (fewer <= 0)
      return {
        plan: shown,
        note:
          answers.length === 0
            ? "nothing is open"
            : `asked about ${counted(answers.length, "expression")}: the plan stands`,
      };
    const told: Settled = { catalog, answers, same: fewer };
    this.#say({ type: "settled", settled: told });
    return {
      plan: settled,
      note: `${fewer} of the changes ${fewer === 1 ? "makes no difference and is" : "make no difference and are"} left out`,
    };
  }

  async #rows(server: Server): Promise<string> {
    if (this.#ask.rows !== null) {
      await server.run(this.#ask.rows);
      return "your own";
    }
    const { rows, tables, empty } = await sampleRows(server);
    const without = empty.length === 0 ? "" : `; ${counted(empty.length, "table")} took none`;
    return `${counted(rows, "row")} in ${counted(tables, "table")}${without}`;
  }

  async #apply(server: Server, plan: Plan): Promise<number> {
    const steps: StepLine[] = plan.transactions.flatMap(({ steps }, transaction) =>
      steps.map(({ sql }) => ({ sql, transaction })),
    );
    this.#say({ type: "steps", steps });
    let index = 0;
    for (const { transactional, steps } of plan.transactions) {
      if (transactional) await server.run("BEGIN");
      for (const { sql } of steps) {
        this.#say({ type: "step", index, status: "running" });
        try {
          await server.run(sql);
        } catch (error) {
          this.#say({ type: "step", index, status: "failed" });
          throw error;
        }
        this.#say({ type: "step", index, status: "done" });
        index += 1;
      }
      if (transactional) await server.run("COMMIT");
    }
    return steps.length;
  }

  async #survive(
    server: Server,
    before: TableState[],
    plan: Plan,
  ): Promise<{ rows: number; tables: number; note: string }> {
    const { kept, tables, lost } = compared(before, await stateOf(server), plan);
    if (lost.length > 0) throw new Failed("Rows or values are gone though the plan did not say so.", lost);
    return { rows: kept, tables, note: `${counted(kept, "row")} in ${counted(tables, "table")}` };
  }

  async #compare(old: Server, fresh: Server): Promise<void> {
    const [migrated, made] = [await catalogOf(old), await catalogOf(fresh)];
    const { changes, summary } = planned(diffWithAnswers({ catalog: migrated }, { catalog: made }, {}, []));
    if (summary.changes > 0)
      throw new Failed(
        "The database that was changed is not the one that was made afresh.",
        changes.map(({ description }) => description),
      );
  }

  async #again(old: Server): Promise<void> {
    const { desired, online } = this.#ask;
    const catalog = await catalogOf(old);
    const answers = await asked(old, { catalog }, desired, { online });
    const { changes, summary } = planned(diffWithAnswers({ catalog }, desired, { online }, answers));
    if (summary.changes > 0)
      throw new Failed(
        "A second plan still finds something to do.",
        changes.map(({ description }) => description),
      );
  }
}

/** Roles belong to the whole server: what one schema names, both databases know. */
async function sameRoles(a: Server, b: Server): Promise<void> {
  const [ofA, ofB] = [[...a.roles], [...b.roles]];
  for (const role of ofA) if (!b.roles.has(role)) await b.role(role);
  for (const role of ofB) if (!a.roles.has(role)) await a.role(role);
}

function planned(result: Compared): Plan {
  if (result.plan) return result.plan;
  throw new Failed(
    "There is no plan.",
    result.diagnostics.map(({ message }) => message),
  );
}
