// A CodeMirror 6 extension: mistakes and dangers while one types, and what a name stands for under the pointer.
// The types are in codemirror.d.ts.
import { linter } from '@codemirror/lint'
import { hoverTooltip } from '@codemirror/view'
import init, { diff, parse } from 'schemasync'
import { describe, findings } from './editor.js'

export function schemasync(config = {}) {
  const { delay = 200, hover = true, source } = config
  const check = config.check ?? checking(config)
  let latest
  const lint = linter(
    async (view) => {
      const doc = view.state.doc
      const checked = await check(doc.toString())
      latest = checked.parsed
      const found = findings(checked.parsed, checked.compared)
      return found.filter((one) => isHere(one, source)).map((one) => mark(one, doc.length))
    },
    { delay },
  )
  return hover ? [lint, hovering(() => latest, source)] : [lint]
}

/** Checks with the engine in this thread. */
function checking({ current, options, source = 'schema.sql' }) {
  return async (text) => {
    await init()
    const desired = [{ name: source, text }]
    const before = await (typeof current === 'function' ? current() : current)
    return {
      parsed: parse(desired, options),
      compared: before === undefined ? undefined : diff(before, desired, options),
    }
  }
}

/** What another source says is not for this editor. */
function isHere(found, source) {
  return found.source === undefined || source === undefined || found.source === source
}

export function mark(found, length) {
  const from = Math.min(found.start ?? 0, length)
  return {
    from,
    to: Math.max(from, Math.min(found.end ?? from, length)),
    severity: { error: 'error', warning: 'warning', note: 'info' }[found.level],
    source: 'schemasync',
    message: found.help ? `${found.message}\n${found.help}` : found.message,
  }
}

function hovering(latest, source) {
  return hoverTooltip((view, offset) => {
    const parsed = latest()
    const found = parsed && describe(parsed, view.state.doc.toString(), offset, source)
    return found ? { pos: found.start, end: found.end, above: true, create: () => ({ dom: card(found) }) } : null
  })
}

function card({ title, lines }) {
  const dom = document.createElement('div')
  dom.className = 'cm-schemasync-hover'
  const head = dom.appendChild(document.createElement('strong'))
  head.textContent = title
  const body = dom.appendChild(document.createElement('pre'))
  body.style.margin = '0'
  body.textContent = lines.join('\n')
  return dom
}
