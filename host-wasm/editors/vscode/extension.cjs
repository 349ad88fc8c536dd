// What VS Code shows: diagnostics, hovers, the tree of changes and the plan's text. What they say is found out in lib/.
const vscode = require('vscode')
const { relative } = require('node:path')

const PLAN = vscode.Uri.parse('schemasync:Plan against HEAD.sql')
const LEVELS = { error: 0, warning: 1, note: 2 }
const ICONS = { LOW: 'circle-outline', MEDIUM: 'info', HIGH: 'warning', CRITICAL: 'flame' }

exports.activate = async (context) => {
  const { check, changes, describe, planText } = await import('./lib/schema.mjs')
  const { belongs } = await import('./lib/files.mjs')
  const shown = vscode.languages.createDiagnosticCollection('schemasync')
  const planChanged = new vscode.EventEmitter()
  const treeChanged = new vscode.EventEmitter()
  const latest = new Map()
  let waiting

  const schemaOf = (folder) => vscode.workspace.getConfiguration('schemasync', folder).get('schema')
  const pathOf = (document) => {
    const folder = vscode.workspace.getWorkspaceFolder(document.uri)
    if (!folder || folder.uri.scheme !== 'file') return null
    const path = relative(folder.uri.fsPath, document.uri.fsPath).split('\\').join('/')
    return belongs(path, schemaOf(folder)) ? { folder, path } : null
  }

  async function refresh(folder) {
    const settings = { schema: schemaOf(folder), online: vscode.workspace.getConfiguration('schemasync', folder).get('online') }
    const open = new Map()
    for (const document of vscode.workspace.textDocuments) {
      const place = pathOf(document)
      if (place?.folder === folder) open.set(place.path, document.getText())
    }
    const checked = await check(folder.uri.fsPath, settings, open)
    const before = latest.get(folder.uri.toString())?.findings ?? new Map()
    for (const path of before.keys()) if (!checked.findings.has(path)) shown.delete(vscode.Uri.joinPath(folder.uri, path))
    latest.set(folder.uri.toString(), { ...checked, folder })
    for (const [path, found] of checked.findings) shown.set(vscode.Uri.joinPath(folder.uri, path), found.map(toDiagnostic))
    planChanged.fire(PLAN)
    treeChanged.fire()
  }

  function refreshSoon() {
    clearTimeout(waiting)
    waiting = setTimeout(() => refreshAll().catch((error) => vscode.window.showErrorMessage(String(error.message ?? error))), 250)
  }

  async function refreshAll() {
    for (const folder of vscode.workspace.workspaceFolders ?? []) if (folder.uri.scheme === 'file') await refresh(folder)
  }

  const provider = {
    onDidChange: planChanged.event,
    provideTextDocumentContent: () => [...latest.values()].map(planText).join('\n'),
  }
  const tree = {
    onDidChangeTreeData: treeChanged.event,
    getTreeItem: (item) => item,
    getChildren: (item) => (item ? [] : [...latest.values()].flatMap((checked) => changes(checked).map((one) => toItem(one, checked.folder)))),
  }
  const hover = {
    provideHover(document, position) {
      const place = pathOf(document)
      const checked = place && latest.get(place.folder.uri.toString())
      const found = checked && describe(checked.parsed, document.getText(), document.offsetAt(position), place.path)
      if (!found) return null
      const text = new vscode.MarkdownString().appendMarkdown(`**${found.title.replace(/[\\`*_]/g, '\\$&')}**`).appendCodeblock(found.lines.join('\n'), 'sql')
      return new vscode.Hover(text, new vscode.Range(document.positionAt(found.start), document.positionAt(found.end)))
    },
  }
  const showPlan = async () => {
    await refreshAll()
    const document = await vscode.workspace.openTextDocument(PLAN)
    await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, 'sql'), { viewColumn: vscode.ViewColumn.Beside, preview: false })
  }

  const watcher = vscode.workspace.createFileSystemWatcher('**/{*.sql,.git/HEAD,.git/refs/**}')
  const events = [watcher.onDidChange(refreshSoon), watcher.onDidCreate(refreshSoon), watcher.onDidDelete(refreshSoon)]
  context.subscriptions.push(
    shown, planChanged, treeChanged, watcher, ...events,
    vscode.workspace.registerTextDocumentContentProvider('schemasync', provider),
    vscode.window.registerTreeDataProvider('schemasync.plan', tree),
    vscode.languages.registerHoverProvider({ language: 'sql', scheme: 'file' }, hover),
    vscode.commands.registerCommand('schemasync.planAgainstHead', showPlan),
    vscode.workspace.onDidChangeTextDocument(({ document }) => pathOf(document) && refreshSoon()),
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('schemasync') && refreshSoon()),
    vscode.workspace.onDidChangeWorkspaceFolders(refreshSoon),
    { dispose: () => clearTimeout(waiting) },
  )
  refreshSoon()
}

/** Lines and columns count from 0 here. */
function toRange({ line = 1, column = 1, endLine = line, endColumn = column }) {
  return new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1)
}

function toDiagnostic(found) {
  const message = found.help ? `${found.message}\n${found.help}` : found.message
  const diagnostic = new vscode.Diagnostic(toRange(found), message, LEVELS[found.level])
  diagnostic.source = 'schemasync'
  diagnostic.code = found.code
  return diagnostic
}

function toItem({ label, severity, tooltip, place }, folder) {
  const item = new vscode.TreeItem(label)
  item.iconPath = new vscode.ThemeIcon(ICONS[severity])
  item.tooltip = tooltip
  item.description = severity === 'LOW' ? '' : severity.toLowerCase()
  if (place) {
    const target = vscode.Uri.joinPath(folder.uri, place.source)
    item.command = { command: 'vscode.open', title: 'Show', arguments: [target, { selection: toRange(place) }] }
  }
  return item
}
