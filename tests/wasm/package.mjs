// The built package as programs load it.
import { pathToFileURL } from 'node:url'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const folder = join(dirname(fileURLToPath(import.meta.url)), '../../host-wasm/pkg')

export const load = (file = 'node.js') => import(pathToFileURL(join(folder, file)).href)
