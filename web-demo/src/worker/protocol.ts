// What the page and the worker of the engine say to each other. Texts go over once; after that only what was typed.
import type { Answer, Diagnostic, Parsed as Understood, Plan, Side as Input } from "schemasync";
import type { Picture } from "../picture/model.ts";

export type Side = "current" | "desired";
export const SIDES: readonly Side[] = ["current", "desired"];

/** One replacement in a text, in UTF-16 offsets of the text before it. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
}

/** What the page lets people choose of a comparison. */
export interface PlanOptions {
  /** Steps that let the application go on. */
  online: boolean;
  /** What PostgreSQL said of texts that the core could not compare (prove/); void when anything is typed. */
  settled?: { catalog: string; answers: Answer[] };
}

/** The names of a schema, for completion. */
export interface Names {
  /** Table → its columns, schemas left out where they are `public`. */
  tables: Record<string, string[]>;
  /** Views, types, functions, sequences. */
  others: { name: string; kind: string }[];
}

export interface Parsed {
  side: Side;
  version: number;
  diagnostics: Diagnostic[];
  tables: number;
  /** Left out where they are as they were. */
  names: Names | null;
  /** All that was understood; left out where it is so much that handing it over would be felt. */
  whole: Understood | null;
}

export interface Planned {
  versions: Record<Side, number>;
  plan: Plan | null;
  diagnostics: Diagnostic[];
  sql: string;
  milliseconds: number;
}

/** Things the page asks for when it shows them. */
export interface Questions {
  render: { ask: { format: "text" | "markdown" | "json" }; answer: string };
  back: { ask: object; answer: { plan: Plan | null; sql: string } };
  picture: { ask: { everything: boolean }; answer: Picture };
  definition: { ask: { side: Side; table: string }; answer: { from: number; to: number } | null };
  catalogQuery: { ask: { serverVersion: number }; answer: string };
  readDocument: { ask: { document: Input }; answer: { text: string | null; diagnostics: Diagnostic[] } };
}
export type Asked = keyof Questions;

export type ToWorker =
  | { type: "text"; side: Side; version: number; text: string }
  | { type: "edit"; side: Side; version: number; edits: Edit[] }
  | { type: "options"; options: PlanOptions }
  | { [K in Asked]: { type: "ask"; id: number; what: K; ask: Questions[K]["ask"] } }[Asked];

export type FromWorker =
  | { type: "ready"; version: string }
  | { type: "broken"; message: string }
  | { type: "busy"; busy: boolean }
  | ({ type: "parsed" } & Parsed)
  | ({ type: "planned" } & Planned)
  | { type: "answer"; id: number; answer?: unknown; error?: string };
