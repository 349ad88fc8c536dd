// What editors show of a schema, whichever editor it is: what is wrong or dangerous and where, and what a name stands for.
// Pure: takes results of the package, gives plain data. The types are in editor.d.ts.

const WORST = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL']

/** Diagnostics of a parse, and of a plan what is dangerous, at the place of the object that changes. */
export function findings(parsed, compared) {
  const told = (compared?.diagnostics ?? []).filter((diagnostic) => diagnostic.side === undefined)
  const dangers = (compared?.changes ?? []).filter(isDangerous).map((change) => danger(parsed, change))
  return [...parsed.diagnostics, ...told, ...dangers]
}

function isDangerous(change) {
  return WORST.indexOf(change.severity) >= WORST.indexOf('HIGH') || change.hazards.length > 0
}

function danger(parsed, change) {
  const reasons = [
    change.destroys && `destroys data: ${change.destroys}`,
    ...change.hazards.map((hazard) => hazard.text),
    ...change.rewrites.map((table) => `rewrites table ${nameOf(table)}`),
  ].filter(Boolean)
  return {
    level: 'warning',
    code: change.destroys ? 'destroys-data' : (change.hazards[0]?.code ?? 'severe'),
    message: [change.description, ...reasons].join('; '),
    related: [],
    ...placeOf(parsed, change),
  }
}

/** Where the object is made; else where the table is that it was part of. */
function placeOf(parsed, change) {
  const { kind, schema = '', name, part = '' } = change.id
  const isPart = ['column', 'constraint', 'trigger', 'rule', 'policy'].includes(kind)
  const own = (object) =>
    object.kind === kind && object.schema === schema && object.name === (isPart ? part : name) && (!isPart || object.table === name)
  const whole = (object) => object.kind === 'table' && `${object.schema}.${object.name}` === change.table
  return (parsed.objects.find(own) ?? parsed.objects.find(whole))?.span ?? {}
}

function nameOf(id) {
  return [id.schema, id.name].filter(Boolean).join('.')
}

/** What stands under a name of a text: its place and a description in plain lines; nothing where nothing is known. */
export function describe(parsed, text, offset, source) {
  const word = wordAt(text, offset)
  if (!word) return null
  const table = parsed.tables.find((table) => isCalled(table, word))
  if (table) return { ...word, title: `table ${table.schema}.${table.name}`, lines: tableLines(table) }
  const columns = columnsCalled(parsed, word, offset, source)
  if (!columns.length) return null
  const lines = columns.map(({ table, column }) => `${table.schema}.${table.name}.${columnLine(column)}`)
  return { ...word, title: `column ${word.name}`, lines }
}

function isCalled(table, { name, qualifier }) {
  return table.name === name && (qualifier === undefined || table.schema === qualifier)
}

/** The columns that a name can mean: of the table that stands before it, else of the one begun last, else of any. */
function columnsCalled(parsed, { name, qualifier }, offset, source) {
  const all = parsed.tables.flatMap((table) =>
    table.columns.filter((column) => column.name === name).map((column) => ({ table, column })),
  )
  if (qualifier !== undefined) return all.filter(({ table }) => table.name === qualifier)
  const around = parsed.objects
    .filter(({ kind, span }) => kind === 'table' && span && span.start <= offset && (source ?? span.source) === span.source)
    .reduce((latest, table) => (latest && latest.span.start > table.span.start ? latest : table), undefined)
  const near = all.filter(({ table }) => around && table.name === around.name && table.schema === around.schema)
  return near.length ? near : all.slice(0, 5)
}

function tableLines(table) {
  const lines = table.columns.map((column) => `${columnLine(column)}${table.primaryKey.includes(column.name) ? ' (key)' : ''}`)
  const keys = table.foreignKeys.map(
    (key) => `${key.columns.join(', ')} → ${key.table.schema}.${key.table.name} (${key.referenced.join(', ')})`,
  )
  return [...(table.comment ? [table.comment] : []), ...lines, ...keys]
}

function columnLine(column) {
  const rest = [column.notNull && 'not null', column.default !== undefined && `default ${column.default}`]
  return [column.name, column.type, ...rest.filter(Boolean)].join(' ')
}

const NAME = /(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)/gu

/** The name at an offset, as the server takes it, with the one before its dot. */
function wordAt(text, offset) {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const lineEnd = text.indexOf('\n', offset)
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd)
  let before
  for (const match of line.matchAll(NAME)) {
    const start = lineStart + match.index
    const end = start + match[0].length
    const dotted = before && text.slice(before.end, start).trim() === '.'
    if (start <= offset && offset < end) {
      return { start, end, name: plain(match[0]), qualifier: dotted ? before.name : undefined }
    }
    before = { end, name: plain(match[0]) }
  }
  return null
}

function plain(word) {
  return word.startsWith('"') ? word.slice(1, -1).replaceAll('""', '"') : word.toLowerCase()
}
