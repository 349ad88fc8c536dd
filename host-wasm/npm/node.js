// The package in Node: the module is read from beside this file.
import { readFile } from 'node:fs/promises'
import { start } from './schemasync.js'

export * from './schemasync.js'

export function init(input) {
  return start(() => input ?? readFile(new URL('./engine_bg.wasm', import.meta.url)))
}

export default init
