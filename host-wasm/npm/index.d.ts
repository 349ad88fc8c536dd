/**
 * Declarative database schemas: parse DDL, compare two schemas, get the plan from one to the other, with what each step
 * locks, rewrites and destroys. The engine of the `schemasync` command line, compiled to WebAssembly.
 *
 * Call {@link init} once; every other function is synchronous after that. Bad input is data: results carry
 * `diagnostics`, nothing is thrown for it.
 *
 * @example
 * ```js
 * import init, { diff } from 'schemasync'
 *
 * await init()
 * const { plan, diagnostics } = diff('CREATE TABLE t (a integer);', 'CREATE TABLE t (a bigint);')
 * ```
 * @packageDocumentation
 */

/** What the engine can be loaded from, where it is not to be found beside the package. */
export type EngineInput = string | URL | Request | Response | ArrayBuffer | ArrayBufferView | WebAssembly.Module

/**
 * Loads the engine. Further calls wait for the first.
 *
 * Without an argument browsers and bundlers fetch `engine_bg.wasm` from beside the package, Node reads it from there.
 * @param input - Where to load it from instead.
 */
export function init(input?: EngineInput | Promise<EngineInput>): Promise<void>
export default init

/** The version of the engine. */
export function version(): string

/** One text with the name that messages call it by. */
export interface Source {
  /** Such as `schema/orders.sql`. */
  name: string
  text: string
}

/**
 * One side of a comparison: DDL as one text or as several in any order, a snapshot made by {@link inspect}, or what a
 * server answered to the {@link catalogQuery}. A text that begins with a brace is taken for a snapshot or catalog.
 */
export type Side = string | readonly Source[] | { snapshot: string | object } | { catalog: string | object }

/** What of a source counts. As the flags of the command line. */
export interface ScopeOptions {
  /** Look only at what lives in these database schemas. */
  schema?: string | readonly string[]
  /** Leave out objects whose qualified name matches, as `public.tmp_*`. */
  ignore?: string | readonly string[]
  /** Statements that nobody understands: faults (`error`), or left out with a warning (`warn`). */
  unsupported?: 'error' | 'warn'
}

/** How to compare and plan. As the flags of the command line. */
export interface DiffOptions extends ScopeOptions {
  /** Manage owners or privileges everywhere, not only where the desired side says something of them. */
  manage?: Managed | readonly Managed[]
  /** Take an object for a renamed one: `OLD=NEW` or `KIND:OLD=NEW`, as `orders.note=remark`. */
  rename?: string | readonly string[]
  /** Change tables that are in use: build indexes concurrently, validate constraints afterwards. */
  online?: boolean
}

/** What is managed everywhere. */
export type Managed = 'grants' | 'owners' | 'all'

/** How grave a diagnostic is: an `error` means that there is no plan. */
export type Level = 'error' | 'warning' | 'note'

/** A range in a source. Offsets and columns count UTF-16 code units, as JavaScript and editors do. */
export interface Place {
  /** The name of the source. */
  source: string
  /** Offset of the first unit. */
  start: number
  /** Offset after the last unit. */
  end: number
  /** Line, from 1. */
  line: number
  /** Column, from 1. */
  column: number
  /** The line that it ends in. */
  endLine: number
  /** The column after its end. */
  endColumn: number
}

/** One thing to tell, with its place unless it is about none in particular. */
export interface Diagnostic extends Partial<Place> {
  level: Level
  /** A stable name of the kind of fault, such as `syntax` or `undecided`. */
  code: string
  /** One sentence without a full stop. */
  message: string
  /** What can be done about it. */
  help?: string
  /** Which side of a comparison it is about. */
  side?: 'current' | 'desired'
  /** Other places that it has to do with. */
  related: Related[]
}

/** Another place that a diagnostic has to do with. */
export interface Related extends Place {
  message: string
}

/** What an object is. */
export type Kind =
  | 'role'
  | 'access_method'
  | 'language'
  | 'schema'
  | 'extension'
  | 'default_privileges'
  | 'collation'
  | 'conversion'
  | 'type'
  | 'sequence'
  | 'table'
  | 'column'
  | 'constraint'
  | 'index'
  | 'view'
  | 'function'
  | 'aggregate'
  | 'operator'
  | 'operator_family'
  | 'operator_class'
  | 'cast'
  | 'transform'
  | 'trigger'
  | 'event_trigger'
  | 'rule'
  | 'policy'
  | 'statistics'
  | 'text_search_parser'
  | 'text_search_dictionary'
  | 'text_search_template'
  | 'text_search_configuration'
  | 'foreign_data_wrapper'
  | 'server'
  | 'user_mapping'
  | 'publication'
  | 'subscription'
  | 'large_object'
  | 'database'
  | 'tablespace'

/** An object that a source makes. */
export interface SchemaObject {
  kind: Kind
  /** The schema it lives in; empty for what lives in none. */
  schema: string
  /** Its own name: for a column the column's. */
  name: string
  /** The relation that it is part of. */
  table?: string
  /** Its name where it is made, where that can be told. */
  span?: Place
}

/** A table's name with its schema. */
export interface TableName {
  schema: string
  name: string
}

/** A table with all that belongs to it. */
export interface TableDefinition extends TableName {
  comment?: string
  /** The table that it is a partition of. */
  partitionOf?: TableName
  /** In their order. */
  columns: ColumnDefinition[]
  /** The columns of its primary key. */
  primaryKey: string[]
  /** Its other keys. */
  unique: KeyDefinition[]
  foreignKeys: ForeignKeyDefinition[]
  checks: CheckDefinition[]
  /** Indexes that belong to no key. */
  indexes: IndexDefinition[]
}

/** A column. */
export interface ColumnDefinition {
  name: string
  /** Its type as PostgreSQL prints it. */
  type: string
  notNull: boolean
  /** The expression of its default. */
  default?: string
  /** The expression of a generated column. */
  generated?: string
  /** Whether it is `GENERATED ... AS IDENTITY`. */
  identity: boolean
  comment?: string
}

/** A `UNIQUE` constraint. */
export interface KeyDefinition {
  name: string
  columns: string[]
}

/** A foreign key: `columns` refer to the `referenced` columns of `table`. */
export interface ForeignKeyDefinition {
  name: string
  columns: string[]
  table: TableName
  referenced: string[]
  onUpdate: Action
  onDelete: Action
}

/** What a foreign key does when the other end changes. */
export type Action = 'no_action' | 'restrict' | 'cascade' | 'set_null' | 'set_default'

/** A `CHECK` constraint. */
export interface CheckDefinition {
  name: string
  expression: string
}

/** An index. */
export interface IndexDefinition {
  name: string
  unique: boolean
  /** Such as `btree`. */
  method: string
  /** Columns, and expressions in parentheses. */
  elements: string[]
  /** Its `WHERE`. */
  predicate?: string
}

/** One side, understood as far as it can be. */
export interface Parsed {
  diagnostics: Diagnostic[]
  /** All objects, parts of tables too. */
  objects: SchemaObject[]
  tables: TableDefinition[]
}

/**
 * Understands one side: what it makes and where, and what is wrong with it.
 *
 * @example
 * ```js
 * const { diagnostics, tables } = parse([{ name: 'a.sql', text: 'CREATE TABLE t (a integer PRIMARY KEY);' }])
 * ```
 */
export function parse(side: Side, options?: ScopeOptions): Parsed

/** Understands what a server answered to the {@link catalogQuery}: {@link parse} of `{ catalog }`. */
export function readCatalog(catalog: string | object): Parsed

/** What came of a comparison. */
export interface Compared {
  /** Of both sides and of the plan. */
  diagnostics: Diagnostic[]
  /** The changes of the plan; none without a plan. */
  changes: SchemaChange[]
  /** The plan; `null` if some diagnostic is an error. */
  plan: Plan | null
}

/**
 * The plan that takes one schema to another: what `schemasync diff` gives.
 *
 * @example
 * ```js
 * const { plan, diagnostics } = diff(current, desired, { online: true })
 * if (plan) console.log(render(plan, 'sql').text)
 * else console.error(diagnostics)
 * ```
 */
export function diff(current: Side, desired: Side, options?: DiffOptions): Compared

/** The plan back from the desired schema to the current one, each step graded (`way_back`): `schemasync diff --reverse`. */
export function reverse(current: Side, desired: Side, options?: DiffOptions): Compared

/**
 * What to ask the server that the current side was read from, where the engine cannot tell whether two texts mean the same.
 *
 * Begin a transaction and run `session`. For each question, within a savepoint that is rolled back: run its `statements`,
 * then its `ask`, whose only value is a list of texts. Where anything fails, or a text is NULL, there is no answer. Roll the
 * transaction back and give the answers to {@link diffWithAnswers}.
 */
export function questions(current: Side, desired: Side, options?: DiffOptions): Questions

/** What to ask a server. */
export interface Questions {
  diagnostics: Diagnostic[]
  /** Statements that must hold in the session. */
  session: string[]
  questions: Question[]
}

/** A question about one object. */
export interface Question {
  object: ObjectId
  /** Statements to run first, in their order. */
  statements: string[]
  /** A query that gives one row with one `text[]`. */
  ask: string
}

/** What a server answered to one question. */
export interface Answer {
  /** The question's. */
  object: ObjectId
  texts: readonly string[]
}

/** {@link diff} with a server's answers to the {@link questions}. */
export function diffWithAnswers(
  current: Side,
  desired: Side,
  options: DiffOptions | undefined,
  answers: readonly Answer[],
): Compared

/** A plan as the command prints it. */
export interface Rendered {
  diagnostics: Diagnostic[]
  /** The text; `null` if this is no plan. */
  text: string | null
}

/**
 * Prints a plan: `sql` as a script, `text` as a tree of changes, `markdown` for a pull request, `json` for programs.
 * @param plan - The plan, or its JSON text.
 * @param format - `sql` when left out.
 */
export function render(plan: Plan | string, format?: 'sql' | 'text' | 'markdown' | 'json'): Rendered

/** One side in canonical form. */
export interface Inspected {
  diagnostics: Diagnostic[]
  /** The text; `null` if some diagnostic is an error, or if files were asked for. */
  text: string | null
  /** With `files`, the texts by path. */
  files: Record<string, string> | null
}

/** In which form to print a side. */
export interface InspectOptions extends ScopeOptions {
  /** `sql` (when left out) is DDL, `json` a snapshot that can stand in for the source, `files` one text an object. */
  format?: 'sql' | 'json' | 'files'
}

/** Prints one side in canonical form: `schemasync inspect`. */
export function inspect(side: Side, options?: InspectOptions): Inspected

/** The fingerprint of one side. */
export interface Fingerprint {
  diagnostics: Diagnostic[]
  /** Schemas that mean the same have the same one; `null` if some diagnostic is an error. */
  fingerprint: string | null
}

/** The fingerprint of one side, as plans and snapshots have it. */
export function fingerprint(side: Side, options?: ScopeOptions): Fingerprint

/** How to read the catalog of a server. */
export interface CatalogQuery {
  /** Statements that must hold in the session, in a transaction that is `REPEATABLE READ, READ ONLY`. */
  session: string[]
  /** The statement. It changes nothing, and gives one row with one text: the catalog. */
  query: string
  /** All of it, for `psql -XqAt`. */
  script: string
}

/**
 * The query that reads the catalog of a server. What it gives is a {@link Side}: `{ catalog }`.
 * @param serverVersion - The major version of the server, 18 when left out.
 */
export function catalogQuery(serverVersion?: number): CatalogQuery

/** A plan: exactly the document that `schemasync diff --format json` prints. */
export interface Plan {
  format: 'schemasync-plan'
  version: 1
  dialect: 'postgresql'
  /** `back` for the plan of {@link reverse}. */
  direction: 'there' | 'back'
  /** Of the schemas that the plan leads from and to. */
  fingerprints: { current: string; desired: string }
  summary: Summary
  /** The differences, in the order of their ids. */
  changes: SchemaChange[]
  /** The statements in the order they are to be run. */
  transactions: Transaction[]
  /** Statements that were left out, as `file:line:column: message`. */
  left_out: string[]
  /** Changes that are not made for want of consent. */
  held_back?: SchemaChange[]
  /** How large the tables are, where a server was asked. */
  estimates?: Estimate[]
  /** What else there is to know. Their places count bytes; {@link Compared} has them as editors count. */
  diagnostics: PlanDiagnostic[]
}

/** How many changes there are, and how grave the gravest is. */
export interface Summary {
  changes: number
  create: number
  alter: number
  replace: number
  rename: number
  drop: number
  /** Whether some step destroys data. */
  is_destructive: boolean
  severity: Severity
}

/**
 * How much care something needs. `LOW`: nobody will notice. `MEDIUM`: something waits for a short time, or may fail on the
 * data that is there. `HIGH`: something waits for as long as a table is big. `CRITICAL`: data are lost.
 */
export type Severity = 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL'

/** What happens to an object. */
export type ChangeType = 'create' | 'alter' | 'replace' | 'rename' | 'drop'

/** One difference. */
export interface SchemaChange extends Facts {
  change_type: ChangeType
  id: ObjectId
  /** The relation it belongs to, as `schema.name`. */
  table: string | null
  is_destructive: boolean
  /** In words. */
  description: string
  /** Its statements, each ending in a semicolon; empty where another change brings it about. */
  sql: string
}

/** Steps that are run together. */
export interface Transaction {
  /** Whether they form a transaction; otherwise it is one statement outside of any. */
  transactional: boolean
  steps: Step[]
}

/** One statement and what there is to know about it. */
export interface Step extends Facts {
  verb: 'create' | 'alter' | 'rename' | 'move' | 'validate' | 'drop'
  object: ObjectId
  /** The statement, without its semicolon. */
  sql: string
  /** Where it may run: in a transaction with others, in one that ends after it, alone in one, or only outside of any. */
  transactional: 'yes' | 'commit_after' | 'alone' | 'no'
  /** On the way back, what the step brings back of what was there before. */
  way_back?: Reversible
}

/** What a change or a step does besides what it is for. */
export interface Facts {
  /** The strongest lock on each relation that was there before. */
  locks: Lock[]
  /** Tables that are rewritten. */
  rewrites: ObjectId[]
  /** Tables that are read through. */
  scans: ObjectId[]
  /** The data that are destroyed. */
  destroys: string | null
  reversible: Reversible
  /** What can go wrong. */
  hazards: Hazard[]
  severity: Severity
}

/** A lock, by the server's name of its mode, such as `ACCESS EXCLUSIVE`. */
export interface Lock {
  mode: string
  on: ObjectId
}

/** Something that can go wrong, by a stable code and in words. */
export interface Hazard {
  code: string
  text: string
}

/** Whether something can be taken back: completely; without the data named; not at all, and why. */
export type Reversible =
  | { grade: 'lossless' }
  | { grade: 'loses_data'; what: string }
  | { grade: 'impossible'; what: string }

/** How large a table is, as the server estimates. */
export interface Estimate {
  table: ObjectId
  /** `null` where the server never counted. */
  rows: number | null
  bytes: number
}

/** A diagnostic as the plan's document holds it. */
export interface PlanDiagnostic {
  level: Level
  code: string
  message: string
  span: Span | null
  also?: Span
  help: string | null
}

/** A range of bytes in the source of a number. */
export interface Span {
  source: number
  start: number
  end: number
}

/** What an object is and what it is called. */
export interface ObjectId {
  kind: Kind
  /** The schema it lives in; left out for what lives in none. */
  schema?: string
  /** Its name; for a part of a relation the relation's. */
  name: string
  /**
   * For a column, constraint, trigger, rule or policy its own name; for a function, aggregate or operator its argument
   * types in parentheses.
   */
  part?: string
  /** Which side of the object this is about; its definition when left out. */
  facet?: Facet
}

/** A side of an object that changes on its own. */
export type Facet =
  | 'itself'
  | 'default'
  | 'owned_by'
  | 'replica_identity'
  | 'cluster_on'
  | 'owner'
  | 'comment'
  | { security_label: string }
  | { grant: string }
