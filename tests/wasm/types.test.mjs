// The types in the package's .d.ts say what the engine gives: the answers on every case, each kind of shape once, are
// written down as TypeScript literals, which the strict compiler accepts only if no field is missing, unknown or of
// another type.
import assert from 'node:assert/strict'
import { readFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { folder, load } from './package.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const schemasync = await load()
await schemasync.init()

/** Fields whose texts are types of their own; of all others any text will do. */
const NAMED = new Set([
  'change_type', 'dialect', 'direction', 'facet', 'format', 'grade', 'kind', 'level', 'onDelete', 'onUpdate',
  'severity', 'side', 'transactional', 'verb',
])

/** The same with all free texts and numbers alike, so that what is of one shape is one. */
function shape(value, key) {
  if (typeof value === 'string') return NAMED.has(key) ? value : ''
  if (typeof value === 'number') return key === 'version' ? value : 0
  if (Array.isArray(value)) return unique(value.map((item) => shape(item, key)))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, shape(item, name)]))
}

function unique(items) {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}

/** The lists in an answer whose items have types of their own. */
const LISTS = {
  diagnostics: 'Diagnostic', objects: 'SchemaObject', tables: 'TableDefinition', questions: 'Question', changes: 'SchemaChange',
  steps: 'Step', columns: 'ColumnDefinition', indexes: 'IndexDefinition', checks: 'CheckDefinition', unique: 'KeyDefinition',
  foreignKeys: 'ForeignKeyDefinition',
}

/** An answer taken apart: its items by themselves, and what is left with empty lists, so that few are unlike. */
function* pieces(type, value) {
  const rest = {}
  for (const [name, item] of Object.entries(value)) {
    // A plan's own diagnostics are of another type, and columns of a key are names.
    const of = type === 'Plan' && name === 'diagnostics' ? 'PlanDiagnostic' : LISTS[name]
    const listed = Array.isArray(item) && of && typeof item[0] !== 'string'
    if (listed) for (const one of item) yield* pieces(of, one)
    if (name === 'plan' && item) yield* pieces('Plan', item)
    if (name === 'transactions') for (const { steps } of item) for (const step of steps) yield* pieces('Step', step)
    rest[name] = listed || name === 'transactions' ? [] : name === 'plan' ? null : item
  }
  yield [type, rest]
}

/** All answers to all cases by the name of their type. */
function* answers(cases) {
  yield ['CatalogQuery', schemasync.catalogQuery()]
  yield ['Parsed', schemasync.parse('CREATE TABEL a ();\nCREATE TABLE b ();\nCREATE TABLE b ();')]
  yield ['Compared', schemasync.diff('CREATE TABEL a;', '')]
  yield ['Parsed', schemasync.parse(7)]
  for (const { current, desired, options } of cases) {
    yield ['Parsed', schemasync.parse(desired)]
    yield ['Compared', schemasync.diff(current, desired, options)]
    yield ['Compared', schemasync.reverse(current, desired, options)]
    yield ['Questions', schemasync.questions(current, desired, options)]
    yield ['Inspected', schemasync.inspect(desired)]
    yield ['Fingerprint', schemasync.fingerprint(desired)]
  }
}

function check(file) {
  const options = {
    strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: false, types: [],
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  }
  const program = ts.createProgram([file], options)
  return ts.getPreEmitDiagnostics(program).map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n'))
}

test('the types say what the engine gives', async () => {
  const cases = JSON.parse(await readFile(join(root, 'target/wasm-cases.json'), 'utf8'))
  const shapes = new Map()
  for (const [type, answer] of answers(cases)) {
    for (const [of, piece] of pieces(type, answer)) {
      const text = JSON.stringify(shape(piece))
      shapes.set(`${of}${text}`, `{ const it: schemasync.${of} = ${text} }`)
    }
  }
  const out = join(root, 'target/wasm-types')
  await mkdir(out, { recursive: true })
  const file = join(out, 'answers.mts')
  const head = `import type * as schemasync from ${JSON.stringify(join(folder, 'index.js'))}\n`
  await writeFile(file, head + [...shapes.values()].join('\n'))
  assert.deepEqual(check(file), [])
  // The check bites.
  await writeFile(file, `${head}const it: schemasync.Fingerprint = { diagnostics: [], fingerprint: null, more: 1 }`)
  assert.equal(check(file).length, 1)
})
