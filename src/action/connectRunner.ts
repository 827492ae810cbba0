import { randomBytes } from 'node:crypto'
import * as core from '@actions/core'
import { jobLog } from './jobLog.ts'
import type { Runner } from './runner.ts'

/**
 * The runner that this process was started by. Inputs, the key among them, are taken out of `env`, so that no program that
 * this one starts inherits them.
 */
export function connectRunner(env: NodeJS.ProcessEnv, stdout: { write(text: string): unknown }): Runner {
  const log = jobLog((text) => stdout.write(text), randomBytes(16).toString('hex'))
  const inputs = new Map<string, string>()
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('INPUT_')) continue
    inputs.set(name, value ?? '')
    delete env[name]
  }
  return {
    // The runner's own spelling: upper case, spaces as underscores, hyphens kept.
    input: (name) => inputs.get(`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`) ?? '',
    mask(secret) {
      // A mask is a command: it must not be printed while commands are stopped.
      log.close()
      core.setSecret(secret)
    },
    command: log.command,
    say: log.say,
    setOutput: (name, value) => core.setOutput(name, value),
    saveState: (name, value) => core.saveState(name, value),
    state: (name) => core.getState(name),
    async addSummary(markdown) {
      // Without GITHUB_STEP_SUMMARY there is no summary to write to.
      if (env.GITHUB_STEP_SUMMARY !== undefined) await core.summary.addRaw(markdown, true).write()
    },
    close: log.close,
  }
}
