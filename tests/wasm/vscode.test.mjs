// The logic of the VS Code extension, with the npm package that it ships, on a repository with real documents.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'

const top = join(dirname(fileURLToPath(import.meta.url)), '../..')
const extension = join(top, 'host-wasm/editors/vscode')
rmSync(join(extension, 'node_modules/schemasync'), { recursive: true, force: true })
execFileSync('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', '--silent'], { cwd: extension })
const { changes, check, describe, planText } = await import(pathToFileURL(join(extension, 'lib/schema.mjs')).href)
const { belongs } = await import(pathToFileURL(join(extension, 'lib/files.mjs')).href)

const shop = (side) => readFileSync(join(top, `examples/shop/${side}.sql`), 'utf8')
const settings = { schema: ['schema.sql', 'schema'] }
const root = mkdtempSync(join(tmpdir(), 'schemasync-vscode-'))
after(() => rmSync(root, { recursive: true, force: true }))
const git = (...words) => execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@b', ...words])

test('files belong to the schema or do not', () => {
  const schema = ['./schema.sql', 'db/schema/']
  assert.ok(belongs('schema.sql', schema) && belongs('db/schema/a.sql', schema))
  assert.ok(!belongs('query.sql', schema) && !belongs('db/schema.sql', schema) && !belongs('db/schema/a.txt', schema))
})

test('without a commit there are diagnostics and no plan', async () => {
  git('init', '-q')
  writeFileSync(join(root, 'schema.sql'), 'CREATE TABEL a ();\n')
  const checked = await check(root, settings)
  assert.deepEqual([...checked.findings.keys()], ['schema.sql'])
  assert.equal(checked.findings.get('schema.sql')[0].line, 1)
  assert.match(planText(checked), /no commit/)
})

test('the plan against HEAD is that of the command, and what is dangerous stands at its place', async () => {
  writeFileSync(join(root, 'schema.sql'), shop('current'))
  git('add', '.')
  git('commit', '-qm', 'a')
  assert.match(planText(await check(root, settings)), /Nothing differs/)
  const checked = await check(root, settings, new Map([['schema.sql', shop('desired')]]))
  assert.equal(checked.compared.plan.direction, 'there')
  assert.match(planText(checked), /BEGIN;[^]*COMMIT;/)
  const tree = changes(checked)
  assert.equal(tree.length, checked.compared.plan.summary.changes)
  assert.ok(tree.every(({ label, severity }) => label && severity))
  const dangerous = checked.findings.get('schema.sql').filter(({ level }) => level === 'warning')
  assert.ok(dangerous.length > 0, 'the example has changes that need care')
})

test('a schema in a folder has its findings by file', async () => {
  rmSync(join(root, 'schema.sql'))
  mkdirSync(join(root, 'schema/tables'), { recursive: true })
  writeFileSync(join(root, 'schema/tables/a.sql'), 'CREATE TABLE a (id bigint PRIMARY KEY);\n')
  writeFileSync(join(root, 'schema/b.sql'), 'CREATE TABLE b (a bigint REFERENCES a, c nothing_like_it);\nCREATE TABEL c ();\n')
  git('add', '.')
  git('commit', '-qm', 'b')
  const edited = 'CREATE TABLE a (id bigint PRIMARY KEY, note text);\n'
  const checked = await check(root, settings, new Map([['schema/tables/a.sql', edited]]))
  assert.deepEqual([...checked.findings.keys()].sort(), ['schema/b.sql', 'schema/tables/a.sql'])
  assert.ok(checked.findings.get('schema/b.sql').some(({ line, level }) => line === 2 && level === 'error'))
  assert.match(planText(checked), /^-- No plan:$[^]*^-- schema\/b\.sql:2:1: /m)
  const found = describe(checked.parsed, edited, edited.indexOf('id'), 'schema/tables/a.sql')
  assert.equal(found.title, 'column id')
})

test('a folder below the top of a repository has its own HEAD', async () => {
  cpSync(join(root, 'schema'), join(root, 'below/schema'), { recursive: true })
  writeFileSync(join(root, 'below/schema/b.sql'), 'CREATE TABLE b (a bigint REFERENCES a);\n')
  git('add', '.')
  git('commit', '-qm', 'c')
  const checked = await check(join(root, 'below'), settings)
  assert.deepEqual(checked.compared.changes, [])
  assert.deepEqual(checked.compared.diagnostics.filter(({ level }) => level === 'error'), [])
})
