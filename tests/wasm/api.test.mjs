// What the package promises besides the plans themselves.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { folder, load } from './package.mjs'

const schemasync = await load()
const { diff, fingerprint, inspect, parse, questions, render, reverse } = schemasync

test('before init it says what to do', () => {
  assert.throws(() => parse('CREATE TABLE t ();'), /await init\(\)/)
})

test('init loads once, from bytes too', async () => {
  await assert.rejects(schemasync.init(new Uint8Array([1, 2, 3])))
  await schemasync.init(await readFile(join(folder, 'engine_bg.wasm')))
  await schemasync.init()
  assert.match(schemasync.version(), /^\d+\.\d+\.\d+$/)
})

test('diagnostics stand where editors count', () => {
  const text = "-- 😀 é\r\nCREATE TABLE a ();\nCREATE TABEL b ();\n"
  const { diagnostics, objects } = parse([{ name: 'a.sql', text }])
  assert.equal(diagnostics.length, 1)
  const { level, source, start, end, line, column, endLine } = diagnostics[0]
  assert.deepEqual({ level, source, line, endLine }, { level: 'error', source: 'a.sql', line: 3, endLine: 3 })
  assert.equal(start, text.split('\n').slice(0, 2).join('\n').length + column)
  assert.ok(text.slice(start, end).length > 0 && !text.slice(start, end).includes('\n'))
  const { span } = objects.find(({ kind }) => kind === 'table')
  assert.deepEqual([text.slice(span.start, span.end), span.line, span.column], ['a', 2, 14])
})

test('a byte order mark is no part of a text, and its place counts', () => {
  const text = '\uFEFFCREATE TABLE a ();'
  const { diagnostics, objects } = parse(text)
  assert.deepEqual(diagnostics, [])
  assert.equal(objects.find(({ kind }) => kind === 'table').span.start, text.indexOf('a ('))
})

test('tables have their columns, keys and references', () => {
  const { tables, diagnostics } = parse(`
    CREATE TABLE app.customers (id bigint PRIMARY KEY, email text NOT NULL UNIQUE DEFAULT 'x');
    CREATE TABLE app.orders (id int, customer bigint REFERENCES app.customers ON DELETE CASCADE, CHECK (id > 0));
    CREATE INDEX by_customer ON app.orders (customer, lower(id::text)) WHERE id > 1;
    COMMENT ON TABLE app.orders IS 'what was bought';
    CREATE SCHEMA app;`)
  assert.deepEqual(diagnostics.filter(({ level }) => level === 'error'), [])
  const [customers, orders] = tables
  assert.deepEqual(customers.primaryKey, ['id'])
  assert.deepEqual(customers.unique.map(({ columns }) => columns), [['email']])
  assert.deepEqual(customers.columns[1], { name: 'email', type: 'text', notNull: true, default: "'x'", identity: false })
  assert.equal(orders.comment, 'what was bought')
  assert.deepEqual(orders.foreignKeys[0], {
    name: 'orders_customer_fkey',
    columns: ['customer'],
    table: { schema: 'app', name: 'customers' },
    referenced: ['id'],
    onUpdate: 'no_action',
    onDelete: 'cascade',
  })
  assert.equal(orders.checks.length, 1)
  assert.equal(orders.indexes[0].elements[0], 'customer')
  assert.equal(orders.indexes[0].predicate, 'id > 1')
})

test('faults of either side are told, and there is no plan', () => {
  const { plan, changes, diagnostics } = diff('CREATE TABEL a;', 'CREATE TABLE b ();')
  assert.equal(plan, null)
  assert.deepEqual(changes, [])
  assert.deepEqual(diagnostics.map(({ level, side }) => [level, side]), [['error', 'current']])
  const left = diff('CREATE TABEL a;', 'CREATE TABLE b ();', { unsupported: 'warn' })
  assert.equal(left.plan.left_out.length, 1)
  assert.equal(left.diagnostics[0].level, 'warning')
})

test('options are those of the command', () => {
  const renamed = diff('CREATE TABLE t (a int);', 'CREATE TABLE t (b int);', { rename: 't.a=b' })
  assert.deepEqual(renamed.changes.map(({ change_type }) => change_type), ['rename'])
  const online = diff('CREATE TABLE t (a int);', 'CREATE TABLE t (a int); CREATE INDEX i ON t (a);', { online: true })
  assert.match(render(online.plan).text, /CONCURRENTLY/)
  const ignored = diff('', 'CREATE TABLE a (); CREATE TABLE b ();', { ignore: ['public.a'] })
  assert.equal(ignored.changes.length, 1)
  const codes = (options) => diff('', '', options).diagnostics.map(({ code }) => code)
  assert.deepEqual(codes({ schema: 'nowhere' }), ['unknown-schema'])
  assert.deepEqual(codes({ rename: 'nonsense' }), ['rename'])
  assert.deepEqual(codes({ manage: 'everything' }), ['bad-request'])
})

test('what is no request is told, not thrown', () => {
  for (const wrong of [undefined, null, 7, {}, [{}], [null], [{ name: 'a', text: 7 }], { snapshot: 7 }, { catalog: '{' }]) {
    for (const result of [parse(wrong), diff(wrong, ''), diff('', wrong), inspect(wrong), fingerprint(wrong), questions(wrong, '')]) {
      assert.ok(result.diagnostics.some(({ level }) => level === 'error'), JSON.stringify(wrong))
    }
  }
  for (const wrong of [undefined, null, 7, {}, 'x', { transactions: 1 }]) {
    assert.ok(render(wrong).text === null || render(wrong).diagnostics.length === 0)
  }
  assert.equal(render({ changes: [{}] }).text, null)
  assert.equal(render(diff('', '').plan, 'pdf').text, null)
})

test('snapshots and fingerprints stand in for a side', () => {
  const ddl = 'CREATE TABLE t (a int4 PRIMARY KEY);'
  const { text } = inspect(ddl, { format: 'json' })
  for (const snapshot of [text, JSON.parse(text)]) {
    assert.deepEqual(diff({ snapshot }, 'CREATE TABLE t (a integer PRIMARY KEY);').changes, [])
  }
  assert.deepEqual(diff(text, ddl).changes, [])
  assert.equal(fingerprint(ddl).fingerprint, JSON.parse(text).fingerprint)
  assert.deepEqual(Object.keys(inspect(ddl, { format: 'files' }).files), ['public/tables/t.sql'])
})

test('the way back is graded', () => {
  const { plan } = reverse('CREATE TABLE t (a int, b int);', 'CREATE TABLE t (a int);')
  assert.equal(plan.direction, 'back')
  assert.equal(plan.transactions[0].steps[0].way_back.grade, 'loses_data')
})

test('questions are plain data, and their answers settle', () => {
  const current = 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT t.a FROM t WHERE some_op(t.a);'
  const desired = 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t WHERE (some_op(a));'
  const asked = questions(current, desired)
  assert.deepEqual(asked, structuredClone(asked))
  for (const { object, statements, ask } of asked.questions) {
    assert.equal(object.kind, 'view')
    assert.ok(statements.length > 0 && ask.startsWith('SELECT ARRAY['))
  }
  const answers = asked.questions.map(({ object }) => ({ object, texts: ['SELECT t.a FROM t WHERE some_op(t.a)'] }))
  assert.deepEqual(schemasync.diffWithAnswers(current, desired, {}, answers).changes, [])
})

test('the catalog query is one read-only script', () => {
  const { session, query, script } = schemasync.catalogQuery(15)
  assert.ok(session.every((statement) => script.includes(statement)) && script.includes(query.trim()))
  assert.notEqual(query, schemasync.catalogQuery().query)
})

test('a stack that ends is an error, and the engine goes on', () => {
  const before = diff('', 'CREATE TABLE t (a int);').plan
  const failures = []
  const dive = () => {
    try {
      dive()
    } catch {
      try {
        diff('', 'CREATE TABLE t (a int);')
      } catch (error) {
        failures.push(error)
      }
    }
  }
  dive()
  assert.ok(failures.length > 0 && failures.every((error) => error instanceof Error && /Schema Sync failed|stack/.test(error.message)))
  assert.deepEqual(diff('', 'CREATE TABLE t (a int);').plan, before)
})
