// What the package does, wherever it runs. What a function takes is made into a plain request, and its answer, a JSON
// text, into values; what they mean is decided in the engine. The types are in index.d.ts.
import load, * as engine from './engine.js'

let ready

/** Loads the engine once, however often it is asked for; a load that failed may be tried again. */
export function start(input) {
  ready ??= Promise.resolve()
    .then(input)
    .then((module_or_path) => load({ module_or_path }))
    .then(() => undefined)
    .catch((error) => {
      ready = undefined
      throw error
    })
  return ready
}

export function version() {
  return run(() => engine.version())
}

export function parse(side, options) {
  return { ...empty(), ...ask(engine.parse, () => ({ side: place(side, 'schema'), options: flags(options) })) }
}

export function readCatalog(catalog) {
  return parse({ catalog })
}

export function diff(current, desired, options) {
  return compare(current, desired, options, [], false)
}

export function reverse(current, desired, options) {
  return compare(current, desired, options, [], true)
}

export function diffWithAnswers(current, desired, options, answers) {
  return compare(current, desired, options, answers, false)
}

export function questions(current, desired, options) {
  const asked = ask(engine.questions, () => sides(current, desired, options))
  return { session: [], questions: [], ...asked }
}

export function render(plan, format) {
  const document = typeof plan === 'string' ? plan : (JSON.stringify(plan) ?? 'null')
  return { text: null, ...ask(engine.render, () => defined({ plan: document, format })) }
}

export function inspect(side, options) {
  const { format, ...rest } = options ?? {}
  const request = () => defined({ side: place(side, 'schema'), format, options: flags(rest) })
  return { text: null, files: null, ...ask(engine.inspect, request) }
}

export function fingerprint(side, options) {
  const request = () => ({ side: place(side, 'schema'), options: flags(options) })
  return { fingerprint: null, ...ask(engine.fingerprint, request) }
}

export function catalogQuery(serverVersion = 18) {
  return run(() => JSON.parse(engine.catalog_query(serverVersion)))
}

function compare(current, desired, options, answers, back) {
  const request = () => ({
    ...sides(current, desired, options),
    answers: answers.map(({ object, texts }) => ({ object: JSON.stringify(object), texts })),
    back,
  })
  const { diagnostics, plan = null } = ask(engine.diff, request)
  return { diagnostics, changes: plan?.changes ?? [], plan }
}

function empty() {
  return { objects: [], tables: [] }
}

function sides(current, desired, options) {
  return {
    current: place(current, 'current'),
    desired: place(desired, 'desired'),
    options: flags(options),
  }
}

/** One side as the engine takes it: DDL, or one JSON document. */
function place(side, name) {
  if (typeof side === 'string') {
    // As on the command line: no DDL begins with a brace.
    return side.trimStart().startsWith('{')
      ? { document: { name: `${name}.json`, text: side } }
      : { ddl: [{ name: `${name}.sql`, text: text(side) }] }
  }
  if (Array.isArray(side)) {
    return { ddl: side.map((source) => ({ ...source, text: text(source.text) })) }
  }
  const document = side?.catalog ?? side?.snapshot
  if (document === undefined) throw new TypeError('a side is a text, a list of { name, text }, { snapshot } or { catalog }')
  return {
    document: {
      name: `${name}.json`,
      text: typeof document === 'string' ? document : JSON.stringify(document),
    },
  }
}

/** A byte order mark is no part of a text, but its place counts. */
function text(value) {
  return typeof value === 'string' && value.startsWith('\uFEFF') ? ` ${value.slice(1)}` : value
}

/** Options that are not said are not there. A name may stand for a list of one. */
function flags(options) {
  const lists = ['schema', 'ignore', 'manage', 'rename']
  const listed = ([name, value]) => [name, lists.includes(name) && typeof value === 'string' ? [value] : value]
  return Object.fromEntries(Object.entries(defined(options ?? {})).map(listed))
}

function defined(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && value !== null))
}

/** Asks the engine. What is no request is told like any other fault. */
function ask(call, request) {
  let asked
  try {
    asked = request()
  } catch (error) {
    const diagnostic = { level: 'error', code: 'bad-request', message: String(error?.message ?? error), related: [] }
    return { diagnostics: [diagnostic] }
  }
  return run(() => JSON.parse(call(asked)))
}

/** Runs a call. When the engine breaks, which would be a fault of its own, it is started anew for the next one. */
function run(call) {
  try {
    return call()
  } catch (error) {
    try {
      engine.__wbg_reset_state()
    } catch {
      throw new Error('call `await init()` before anything else')
    }
    const why = error instanceof RangeError ? 'the text is nested too deeply' : (error?.message ?? error)
    throw new Error(`Schema Sync failed: ${why}. This is a fault of the engine, which was started anew`, { cause: error })
  }
}
