// What there is to show of a schema: what is wrong with it, and the plan from HEAD to it. Plain data; VS Code's own types
// are the extension's business.
import init, { diff, parse, render } from 'schemasync'
import { describe, findings } from 'schemasync/editor'
import { atCommit, now } from './files.mjs'

/** Checks the schema of a folder, compared with HEAD where there is one. */
export async function check(root, { schema, online = false }, open) {
  await init()
  const [desired, head] = await Promise.all([now(root, schema, open), atCommit(root, schema).catch(() => null)])
  const parsed = parse(desired)
  const compared = head ? diff(head, desired, { online }) : undefined
  return { parsed, compared, findings: byFile(findings(parsed, compared), desired) }
}

/** The findings of each file: each file has its list, so that what is mended goes. What has no place is the first file's. */
function byFile(found, sources) {
  const files = new Map(sources.map(({ name }) => [name, []]))
  const first = sources[0]?.name
  for (const one of found) files.get(one.source ?? first)?.push(one)
  return files
}

/** The plan as a text to read: SQL with its remarks, or why there is none. */
export function planText({ compared }) {
  if (!compared) return '-- There is no commit to compare with.\n'
  if (!compared.plan) {
    const faults = compared.diagnostics.filter(({ level }) => level === 'error')
    const line = ({ side, source, line, column, message }) =>
      `-- ${side === 'current' ? 'HEAD:' : ''}${source ? `${source}:${line}:${column}: ` : ''}${message}`
    return ['-- No plan:', ...faults.map(line), ''].join('\n')
  }
  return render(compared.plan, 'sql').text || '-- Nothing differs from HEAD.\n'
}

/** The changes as a tree shows them. */
export function changes({ parsed, compared }) {
  return (compared?.changes ?? []).map((change) => ({
    label: change.description,
    severity: change.severity,
    tooltip: [change.sql.trim(), ...change.hazards.map(({ text }) => text), ...(change.destroys ? [`destroys ${change.destroys}`] : [])]
      .filter(Boolean)
      .join('\n\n'),
    place: parsed.objects.find(({ kind, schema, name, table, span }) => span && isObject(change.id, { kind, schema, name, table }))?.span,
  }))
}

function isObject(id, { kind, schema, name, table }) {
  return id.kind === kind && (id.schema ?? '') === schema && (table === id.name ? id.part === name : id.name === name)
}

export { describe }
