// The page's end of the worker. Results for texts that have changed since are dropped here, so nobody sees them.
import type {
  Asked,
  Edit,
  FromWorker,
  Names,
  Parsed,
  Planned,
  PlanOptions,
  Questions,
  Side,
  ToWorker,
} from "./protocol.ts";

export interface Listener {
  ready(version: string): void;
  broken(message: string): void;
  busy(busy: boolean): void;
  parsed(result: Parsed): void;
  planned(result: Planned): void;
}

export class Engine {
  readonly #worker: Worker;
  readonly #versions: Record<Side, number> = { current: 0, desired: 0 };
  readonly #names: Record<Side, Names | null> = { current: null, desired: null };
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  readonly #listener: Listener;
  #asked = 0;

  constructor(listener: Listener) {
    this.#listener = listener;
    this.#worker = new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module", name: "engine" });
    this.#worker.onmessage = (event: MessageEvent<FromWorker>) => this.#hear(event.data);
    this.#worker.onerror = (event) => listener.broken(event.message || "the worker could not be started");
  }

  text(side: Side, text: string): void {
    this.#send({ type: "text", side, version: ++this.#versions[side], text });
  }

  edit(side: Side, edits: Edit[]): void {
    this.#send({ type: "edit", side, version: ++this.#versions[side], edits });
  }

  options(options: PlanOptions): void {
    this.#send({ type: "options", options });
  }

  ask<K extends Asked>(what: K, ask: Questions[K]["ask"]): Promise<Questions[K]["answer"]> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#send({ type: "ask", id, what, ask } as ToWorker);
    });
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }

  #hear(message: FromWorker): void {
    switch (message.type) {
      case "ready":
        return this.#listener.ready(message.version);
      case "broken":
        return this.#listener.broken(message.message);
      case "busy":
        return this.#listener.busy(message.busy);
      case "parsed":
        return this.#parsed(message);
      case "planned": {
        const { current, desired } = message.versions;
        if (current === this.#versions.current && desired === this.#versions.desired) this.#listener.planned(message);
        return;
      }
      case "answer":
        return this.#answered(message);
    }
  }

  /** Names are told once: those of a result that is dropped go with the next one. */
  #parsed(message: Parsed): void {
    const { side, version } = message;
    const names = message.names ?? this.#names[side];
    const late = version !== this.#versions[side];
    this.#names[side] = late ? names : null;
    if (!late) this.#listener.parsed({ ...message, names });
  }

  #answered({ id, answer, error }: { id: number; answer?: unknown; error?: string }): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(answer);
    else waiting?.reject(new Error(error));
  }
}
