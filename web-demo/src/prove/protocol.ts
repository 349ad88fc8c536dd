// What the proof says while it runs. Stages in the order they come.
import type { Answer } from "schemasync";

export const STAGES = [
  "start",
  "current",
  "desired",
  "settle",
  "rows",
  "apply",
  "survive",
  "compare",
  "again",
] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_WORDS: Record<Stage, string> = {
  start: "Start PostgreSQL in this page",
  current: "Build the current schema",
  desired: "Build the desired schema afresh beside it",
  settle: "Ask PostgreSQL what the text leaves open",
  rows: "Put rows in",
  apply: "Apply the plan",
  survive: "See that the rows are still there",
  compare: "Compare the two databases",
  again: "Plan again: nothing must be left to do",
};

export interface Ask {
  current: string;
  desired: string;
  online: boolean;
  /** Rows of the user's own, instead of made-up ones. */
  rows: string | null;
}

/** What a server says against a statement. */
export interface ServerError {
  message: string;
  code: string | null;
  detail: string | null;
  hint: string | null;
  /** The statement, or the lines of the script around the place. */
  sql: string;
  /** The line in the editor, for the texts of schemas. */
  line: number | null;
}

export interface StepLine {
  sql: string;
  transaction: number;
}

/** What PostgreSQL said of expressions, with the state of the database it said it of. */
export interface Settled {
  catalog: string;
  answers: Answer[];
  /** How many expressions it found to be the same after all. */
  same: number;
}

export type Event =
  | { type: "stage"; stage: Stage; status: "running" | "done" | "skipped"; note?: string }
  | { type: "failed"; stage: Stage; message: string; error?: ServerError; lines?: string[] }
  | { type: "steps"; steps: StepLine[] }
  | { type: "step"; index: number; status: "running" | "done" | "failed" }
  | { type: "settled"; settled: Settled }
  | { type: "proven"; milliseconds: number; server: string; steps: number; rows: number; tables: number };
