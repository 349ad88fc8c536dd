// The package in browsers and for bundlers: the module is fetched from beside this file.
import { start } from './schemasync.js'

export * from './schemasync.js'

export function init(input) {
  return start(() => input ?? fetch(new URL('./engine_bg.wasm', import.meta.url)))
}

export default init
