// Every case through the package, beside what the native command said of it: `node cases.mjs PACKAGE CASES.json`.
// Prints what differs, one fault a line block, and the number of cases last.
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

const [folder, file] = process.argv.slice(2)
const schemasync = await import(pathToFileURL(join(folder, 'node.js')).href)
await schemasync.init()

const formats = ['sql', 'json', 'text', 'markdown']
const cases = JSON.parse(await readFile(file, 'utf8'))
let faults = 0

function fault(name, what, native, wasm) {
  faults += 1
  console.log(`=== ${name}: ${what}\n--- native\n${native}\n--- wasm\n${wasm}`)
}

for (const { name, current, desired, options, native } of cases) {
  for (const way of ['diff', 'reverse']) {
    const { plan, diagnostics } = schemasync[way](current, desired, options)
    if (!plan) {
      fault(name, `${way} gives no plan`, native[way].sql, JSON.stringify(diagnostics, null, 2))
      continue
    }
    const printed = `${JSON.stringify(plan, null, 2)}\n`
    if (printed !== native[way].json) fault(name, `${way}, the plan itself`, native[way].json, printed)
    for (const format of formats) {
      const { text } = schemasync.render(plan, format)
      if (text !== native[way][format]) fault(name, `${way} as ${format}`, native[way][format], text)
    }
  }
  for (const [side, text] of Object.entries({ current, desired })) {
    const { text: sql, diagnostics } = schemasync.inspect(text)
    if (sql !== native.inspect[side]) {
      fault(name, `inspect ${side}`, native.inspect[side], sql ?? JSON.stringify(diagnostics))
    }
  }
}
console.log(`${cases.length} cases, ${faults} faults`)
process.exitCode = faults ? 1 : 0
