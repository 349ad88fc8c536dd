// What the entity-relationship picture shows, and the measures it is drawn with. Plain data; the worker makes it.

export type ChangeType = "create" | "alter" | "replace" | "rename" | "drop";

export interface Row {
  name: string;
  type: string;
  primary: boolean;
  foreign: boolean;
  required: boolean;
  change: ChangeType | null;
}

/** A table before anybody knows where it stands. */
export interface Table {
  /** `schema.name`: what lines and changes call it. */
  id: string;
  title: string;
  rows: Row[];
  /** Rows left out where there are too many. */
  hidden: number;
  change: ChangeType | null;
}

/** A foreign key: `from` refers to `to`. */
export interface Reference {
  from: string;
  to: string;
  name: string;
  /** The referring column, to find its row. */
  column: string;
  referenced: string;
  change: ChangeType | null;
}

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Table, Point {
  width: number;
  height: number;
}

export interface Line extends Reference {
  /** Where it passes, from the referring table to the referenced one, running level at each point. */
  points: Point[];
}

export interface Picture {
  boxes: Box[];
  lines: Line[];
  width: number;
  height: number;
  /** How many tables there are; the picture may show fewer. */
  tables: number;
}

export const HEADER = 34;
export const ROW = 22;
export const FOOT = 7;
const CHAR = 7.25;
const TITLE_CHAR = 8.1;
const PADDING = 14;
const KEY = 16;

export const LONGEST_NAME = 30;
export const LONGEST_TYPE = 22;

/** A name short enough for its box. */
export function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** How large a table is drawn. */
export function measured(table: Table): { width: number; height: number } {
  const rows = table.rows.map(
    ({ name, type }) => Math.min(name.length, LONGEST_NAME) + Math.min(type.length, LONGEST_TYPE) + 2,
  );
  const widest = Math.max(0, ...rows) * CHAR + KEY;
  const title = Math.min(table.title.length, LONGEST_NAME) * TITLE_CHAR + 26;
  const lines = table.rows.length + (table.hidden > 0 ? 1 : 0);
  return {
    width: Math.ceil(Math.max(150, widest, title) + 2 * PADDING),
    height: HEADER + lines * ROW + (lines > 0 ? FOOT : 0),
  };
}

/** The middle of a column's row, or of the header where the column is not shown, from the top of the box. */
export function portOf(table: Table, column: string): number {
  const at = table.rows.findIndex(({ name }) => name === column);
  return at < 0 ? HEADER / 2 : HEADER + at * ROW + ROW / 2;
}
