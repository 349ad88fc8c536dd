// What a page has to load: the engine, gzipped as a server does it once, is small enough.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { folder } from './package.mjs'

test('the engine has at most 700 kB gzipped', () => {
  const size = gzipSync(readFileSync(join(folder, 'engine_bg.wasm')), { level: 9 }).length
  assert.ok(size <= 700_000, `${size} bytes`)
})
