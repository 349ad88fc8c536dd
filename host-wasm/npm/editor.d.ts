/**
 * What editors show of a schema, whichever editor it is. Pure functions over results of the package.
 * @packageDocumentation
 */
import type { Compared, Diagnostic, Parsed } from './index.js'

/**
 * What is wrong with a schema, and of the changes that lead to it those that are dangerous: each at the place of the object
 * that changes, of its table where it goes, or without a place.
 * @param parsed - `parse(desired)`.
 * @param compared - `diff(current, desired)`, if there is something to compare with.
 */
export function findings(parsed: Parsed, compared?: Compared): Diagnostic[]

/** What is known of a name in a text. */
export interface Description {
  /** Where the name stands, in UTF-16 code units. */
  start: number
  /** Where it ends. */
  end: number
  /** Such as `table public.orders`. */
  title: string
  /** A line for each column and foreign key. */
  lines: string[]
}

/**
 * Describes the table or column whose name stands at an offset of a text.
 * @param source - The name of the source that the text is, where several were parsed.
 */
export function describe(parsed: Parsed, text: string, offset: number, source?: string): Description | null
