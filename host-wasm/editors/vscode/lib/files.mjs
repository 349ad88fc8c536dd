// The files that hold the schema: which ones, as they lie on disk or are open in the editor, and as they were at HEAD.
import { execFile } from 'node:child_process'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whether a file, by its path from the workspace's folder, belongs to the schema. */
export function belongs(path, schema) {
  const named = slashes(path)
  return named.endsWith('.sql') && schema.some((entry) => named === plain(entry) || named.startsWith(`${plain(entry)}/`))
}

/** The schema as it is now. `open` has the texts of files that are being edited, by path. */
export async function now(root, schema, open = new Map()) {
  const paths = new Set()
  for (const entry of schema) for (const path of await below(root, plain(entry))) paths.add(path)
  for (const path of open.keys()) if (belongs(path, schema)) paths.add(slashes(path))
  const source = async (path) => ({ name: path, text: open.get(path) ?? (await readFile(join(root, path), 'utf8')) })
  return Promise.all([...paths].sort().map(source))
}

/** The schema as it was in a commit; nothing where there is no such commit, as in a repository without any. */
export async function atCommit(root, schema, commit = 'HEAD') {
  const git = async (...words) => (await run('git', ['-C', root, ...words], { maxBuffer: 1 << 28 })).stdout
  try {
    await git('rev-parse', '--verify', '--quiet', `${commit}^{commit}`)
  } catch {
    return null
  }
  const listed = await git('ls-tree', '-r', '-z', '--name-only', commit, '--', ...schema.map(plain))
  const paths = listed.split('\0').filter((path) => path && belongs(path, schema))
  // `./` is from the folder, not from the top of the repository.
  const source = async (path) => ({ name: path, text: await git('show', `${commit}:./${path}`) })
  return Promise.all(paths.sort().map(source))
}

async function below(root, entry) {
  const at = join(root, entry)
  const found = await stat(at).catch(() => null)
  if (found?.isFile()) return entry.endsWith('.sql') ? [entry] : []
  if (!found?.isDirectory()) return []
  const files = await readdir(at, { recursive: true, withFileTypes: true })
  return files
    .filter((file) => file.isFile() && file.name.endsWith('.sql'))
    .map((file) => slashes(relative(root, join(file.parentPath ?? file.path, file.name))))
}

function plain(entry) {
  return slashes(entry).replace(/^\.\//, '').replace(/\/+$/, '')
}

function slashes(path) {
  return sep === '/' ? path : path.split(sep).join('/')
}
