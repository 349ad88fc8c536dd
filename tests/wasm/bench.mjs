// How long the package takes from two texts to a plan: `node bench.mjs CURRENT.sql DESIRED.sql`; prints the best in seconds.
import { readFile } from 'node:fs/promises'
import { load } from './package.mjs'

const schemasync = await load()
await schemasync.init()
const [current, desired] = await Promise.all(process.argv.slice(2, 4).map((file) => readFile(file, 'utf8')))

let best = Infinity
const begin = performance.now()
// Texts that were read before are remembered: each run has its own.
let blank = ''
do {
  blank += '\n'
  const texts = [current + blank, desired + blank]
  const started = performance.now()
  const { plan } = schemasync.diff(...texts)
  best = Math.min(best, performance.now() - started)
  if (!plan?.changes.length) throw new Error('nothing was planned')
} while (performance.now() - begin < 3000)
console.log(best / 1000)
