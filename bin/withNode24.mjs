// Plain JavaScript for any Node >= 20: what has to run before Node 24 is there.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The sources are TypeScript, which Node runs directly from this version on. */
const NODE_MAJOR = 24
/** Set for the process that was started a second time, so that a wrong Node can never start itself for ever. */
const MARK = 'FUZZBURST_NODE_24'

/**
 * Imports the entry under Node 24: in this process if it is one, else in a child under the Node that npm installed with
 * this package. The child gets this process's arguments, standard streams and signals; its end is this process's end.
 * @param {string} binUrl `import.meta.url` of the calling file in bin/
 * @param {string} entry path of the TypeScript entry, relative to that file
 */
export async function withNode24(binUrl, entry) {
  const restarted = process.env[MARK] !== undefined
  delete process.env[MARK]
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR) {
    if (restarted) endWithParent()
    await import(new URL(entry, binUrl).href)
    return
  }
  const node = restarted ? undefined : installedNode()
  if (node === undefined) {
    console.error(
      [
        `error FB7001: Fuzzburst needs Node ${NODE_MAJOR}; this is Node ${process.versions.node} and no other one was found.`,
        '',
        '  - Run `npm ci` in the clone: it brings its own Node.',
        `  - Or install Node ${NODE_MAJOR} or newer.`,
        '',
        '  More: docs/errors.md#fb7001',
      ].join('\n'),
    )
    process.exitCode = 1
    return
  }
  const child = spawn(node, [fileURLToPath(binUrl), ...process.argv.slice(2)], {
    // The channel says nothing; its end tells the child that this process was killed.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [MARK]: '1' },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2']) {
    // A terminal sends Ctrl-C and Ctrl-\ to the child as well: passed on, they would arrive twice.
    const fromTerminal = process.stdin.isTTY === true && (signal === 'SIGINT' || signal === 'SIGQUIT')
    process.on(signal, () => {
      if (!fromTerminal) child.kill(signal)
    })
  }
  child.once('error', (error) => {
    console.error(`error FB7001: ${node} could not be started: ${error.message}`)
    process.exitCode = 1
  })
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0))
  })
}

/** The Node 24 among this package's dependencies, wherever npm put it. */
function installedNode() {
  const name = `node-${process.platform}-${process.arch}`
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`)
    const file = path.join(path.dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(file) ? file : undefined
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

/** When the process that started this one is killed, nobody can pass signals on any more: ask this one to end. */
function endWithParent() {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel?.unref()
}
