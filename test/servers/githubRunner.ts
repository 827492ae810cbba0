import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** One step as a workflow has it. */
export interface Step {
  /** The bundled program: `dist/main.mjs` or `dist/post.mjs`. */
  readonly program: string
  /** The checked-out repository. */
  readonly workspace: string
  readonly inputs: Readonly<Record<string, string>>
  /** The webhook's payload. */
  readonly event: unknown
  /** What the main step saved, for the post step. */
  readonly state?: ReadonlyMap<string, string>
  /** Further variables of the job. */
  readonly env?: Readonly<Record<string, string>>
  /** Called with each whole line of the log. */
  readonly onLine?: (line: string, stop: (signal: NodeJS.Signals) => void) => void
}

/** A command that the runner would have carried out. */
export interface ObeyedCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** What is left of a step. */
export interface StepEnd {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** Everything it printed, secrets not yet masked. */
  readonly log: string
  /** Commands outside of stopped regions, masks included. */
  readonly commands: readonly ObeyedCommand[]
  readonly outputs: ReadonlyMap<string, string>
  readonly state: ReadonlyMap<string, string>
  readonly summary: string
}

/**
 * Runs one step of a JavaScript action as GitHub's runner does: inputs and state as variables, files for outputs, state and
 * summary, and a log in which commands are obeyed unless they are stopped.
 */
export async function runStep(step: Step): Promise<StepEnd> {
  const folder = mkdtempSync(path.join(tmpdir(), 'fuzzburst-runner-'))
  const file = (name: string, content = ''): string => {
    const full = path.join(folder, name)
    writeFileSync(full, content)
    return full
  }
  try {
    const files = { output: file('output'), state: file('state'), summary: file('summary') }
    const child = spawn(process.execPath, [step.program], {
      cwd: step.workspace,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH ?? '',
        HOME: folder,
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_WORKSPACE: step.workspace,
        GITHUB_EVENT_PATH: file('event.json', JSON.stringify(step.event)),
        GITHUB_EVENT_NAME: 'push',
        GITHUB_SHA: 'c0ffee'.padEnd(40, '0'),
        GITHUB_OUTPUT: files.output,
        GITHUB_STATE: files.state,
        GITHUB_STEP_SUMMARY: files.summary,
        RUNNER_TEMP: folder,
        ...step.env,
        ...Object.fromEntries(Object.entries(step.inputs).map(([name, value]) => [inputVariable(name), value])),
        ...Object.fromEntries([...(step.state ?? [])].map(([name, value]) => [`STATE_${name}`, value])),
      },
    })
    let log = ''
    let partLine = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        log += text
        const lines = (partLine + text).split('\n')
        partLine = lines.pop() ?? ''
        for (const line of lines) step.onLine?.(line, (signal) => child.kill(signal))
      })
    }
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (exitCode, exitSignal) => resolve([exitCode, exitSignal]))
    })
    return {
      code,
      signal,
      log,
      commands: obeyedCommands(log),
      outputs: fileCommands(readFileSync(files.output, 'utf8')),
      state: fileCommands(readFileSync(files.state, 'utf8')),
      summary: readFileSync(files.summary, 'utf8'),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

/** Commands as the runner finds them in a log. */
export function obeyedCommands(log: string): ObeyedCommand[] {
  const commands: ObeyedCommand[] = []
  let token: string | undefined
  for (const line of log.split(/\r\n|\r|\n/).map((text) => text.trimStart())) {
    if (token !== undefined) {
      if (line === `::${token}::`) token = undefined
      continue
    }
    const match = /^::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line)
    if (match === null) continue
    const [, name = '', properties = '', message = ''] = match
    if (name === 'stop-commands') token = message
    else commands.push({ name, properties: readProperties(properties), message: unescapeText(message) })
  }
  return commands
}

function readProperties(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.includes('='))
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), unescapeText(pair.slice(at + 1))]
    }),
  )
}

function unescapeText(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}

/** `name<<delimiter`, lines, `delimiter`: how outputs and state are written to files. */
function fileCommands(text: string): Map<string, string> {
  const values = new Map<string, string>()
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const [name, delimiter] = (lines[i] ?? '').split('<<')
    if (name === undefined || delimiter === undefined) continue
    const end = lines.indexOf(delimiter, i + 1)
    if (end < 0) throw new Error(`the value of ${name} does not end`)
    values.set(name, lines.slice(i + 1, end).join('\n'))
    i = end
  }
  return values
}
