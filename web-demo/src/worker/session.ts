// What the worker knows and has to do: two texts, what was understood of them, the plan between them. One piece of
// work at a time; the cheapest first, so that marks in the editors do not wait for the plan.
import {
  catalogQuery,
  diff,
  diffWithAnswers,
  inspect,
  parse,
  render,
  reverse,
  type Compared,
  type Parsed,
  type Plan,
  type Side as Input,
} from "schemasync";
import { build } from "../picture/build.ts";
import { namesOf } from "./names.ts";
import {
  SIDES,
  type Asked,
  type FromWorker,
  type Names,
  type PlanOptions,
  type Questions,
  type Side,
  type ToWorker,
} from "./protocol.ts";
import { edited } from "./text.ts";

/** A plan that took longer than this is not made between two keystrokes. */
const SLOW = 200;
const PAUSE = 250;

/** So many objects can be handed to the page between two keystrokes. */
const MANY = 4000;

interface Text {
  text: string;
  version: number;
  parsed: Parsed | null;
}

export class Session {
  readonly #say: (message: FromWorker) => void;
  readonly #sides: Record<Side, Text> = { current: empty(), desired: empty() };
  readonly #told: Record<Side, string> = { current: "", desired: "" };
  #options: PlanOptions = { online: false };
  #planned: Compared | null = null;
  #waiting: Extract<ToWorker, { type: "ask" }>[] = [];
  #lastPlan = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (message: FromWorker) => void) {
    this.#say = say;
  }

  hear(message: ToWorker): void {
    switch (message.type) {
      case "text":
        return this.#changed(message.side, message.version, message.text);
      case "edit":
        return this.#changed(message.side, message.version, edited(this.#sides[message.side].text, message.edits));
      case "options":
        this.#options = message.options;
        this.#planned = null;
        return this.#soon();
      case "ask":
        this.#waiting.push(message);
        return this.#soon();
    }
  }

  #changed(side: Side, version: number, text: string): void {
    this.#sides[side] = { text, version, parsed: null };
    this.#planned = null;
    delete this.#options.settled;
    this.#soon();
  }

  /** After all that has arrived by now was heard. A plan that takes long waits for a pause in the typing. */
  #soon(): void {
    clearTimeout(this.#timer);
    const onlyPlan = SIDES.every((side) => this.#sides[side].parsed) && !this.#planned;
    this.#timer = setTimeout(() => this.#work(), onlyPlan && this.#lastPlan > SLOW ? PAUSE : 0);
  }

  #work(): void {
    const side = SIDES.find((side) => !this.#sides[side].parsed);
    this.#say({ type: "busy", busy: side !== undefined || !this.#planned });
    if (side) this.#parse(side);
    else if (!this.#planned) this.#plan();
    else this.#answer(this.#waiting.shift());
    if (this.#waiting.length > 0 || !this.#planned) this.#soon();
    else this.#say({ type: "busy", busy: false });
  }

  #parse(side: Side): void {
    const of = this.#sides[side];
    const parsed = parse(this.#input(side));
    of.parsed = parsed;
    this.#say({
      type: "parsed",
      side,
      version: of.version,
      diagnostics: parsed.diagnostics,
      tables: parsed.tables.length,
      names: this.#news(side, namesOf(parsed)),
      whole: parsed.objects.length <= MANY ? parsed : null,
    });
  }

  /** Names that the page does not have yet. */
  #news(side: Side, names: Names): Names | null {
    const text = JSON.stringify(names);
    if (this.#told[side] === text) return null;
    this.#told[side] = text;
    return names;
  }

  #plan(): void {
    const begun = performance.now();
    const { online, settled } = this.#options;
    this.#planned = settled
      ? diffWithAnswers({ catalog: settled.catalog }, this.#input("desired"), { online }, settled.answers)
      : diff(this.#input("current"), this.#input("desired"), { online });
    const { plan, diagnostics } = this.#planned;
    const milliseconds = performance.now() - begun;
    this.#lastPlan = milliseconds;
    this.#say({
      type: "planned",
      plan,
      diagnostics,
      sql: textOf(plan, "sql"),
      milliseconds,
      versions: { current: this.#sides.current.version, desired: this.#sides.desired.version },
    });
  }

  #input(side: Side): Input {
    return [{ name: `${side}.sql`, text: this.#sides[side].text }];
  }

  #answer(message: Extract<ToWorker, { type: "ask" }> | undefined): void {
    if (!message) return;
    try {
      this.#say({
        type: "answer",
        id: message.id,
        answer: (this.#answers[message.what] as (ask: unknown) => unknown)(message.ask),
      });
    } catch (error) {
      this.#say({ type: "answer", id: message.id, error: String((error as Error)?.message ?? error) });
    }
  }

  readonly #answers: { [K in Asked]: (ask: Questions[K]["ask"]) => Questions[K]["answer"] } = {
    render: ({ format }) => textOf(this.#planned?.plan ?? null, format),
    back: () => {
      const { plan } = reverse(this.#input("current"), this.#input("desired"), { online: this.#options.online });
      return { plan, sql: textOf(plan, "sql") };
    },
    picture: ({ everything }) => {
      const { current, desired } = this.#sides;
      return build(
        { current: current.parsed?.tables ?? [], desired: desired.parsed?.tables ?? [] },
        this.#planned?.plan ?? null,
        everything,
      );
    },
    definition: ({ side, table }) => {
      const found = this.#sides[side].parsed?.objects.find(
        ({ kind, schema, name }) => kind === "table" && `${schema}.${name}` === table,
      );
      return found?.span ? { from: found.span.start, to: found.span.end } : null;
    },
    catalogQuery: ({ serverVersion }) => catalogQuery(serverVersion).script,
    readDocument: ({ document }) => inspect(document, { format: "sql" }),
  };
}

function textOf(plan: Plan | null, format: NonNullable<Parameters<typeof render>[1]>): string {
  return (plan && render(plan, format).text) ?? "";
}

function empty(): Text {
  return { text: "", version: 0, parsed: null };
}
