/**
 * A CodeMirror 6 extension: mistakes and dangers while one types, and what a name stands for under the pointer.
 * @packageDocumentation
 */
import type { Diagnostic as Mark } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import type { Compared, Diagnostic, DiffOptions, Parsed, Side } from './index.js'

/** What a check of a text gives. */
export interface Checked {
  parsed: Parsed
  /** Where there is something to compare with: its dangerous changes are marked, too. */
  compared?: Compared
}

/** How the extension works. */
export interface Config {
  /** What the schema is compared with: dangerous changes from it are marked, too. */
  current?: Side | (() => Side | undefined | Promise<Side | undefined>)
  /** As for `diff`. */
  options?: DiffOptions
  /** The name of the source in this editor. What is said of others is not shown. */
  source?: string
  /** Checks a text in place of the engine in this thread: in a worker, with other files beside it. */
  check?: (text: string) => Checked | Promise<Checked>
  /** Milliseconds after the last key until a text is checked; 200 when left out. */
  delay?: number
  /** Whether to describe what is under the pointer; yes when left out. */
  hover?: boolean
}

/**
 * The extension.
 *
 * @example
 * ```js
 * import { basicSetup, EditorView } from 'codemirror'
 * import { sql, PostgreSQL } from '@codemirror/lang-sql'
 * import { schemasync } from 'schemasync/codemirror'
 *
 * new EditorView({ parent: document.body, extensions: [basicSetup, sql({ dialect: PostgreSQL }), schemasync()] })
 * ```
 */
export function schemasync(config?: Config): Extension

/** A diagnostic of the package as one of CodeMirror's, for a document of a length. */
export function mark(found: Diagnostic, length: number): Mark
