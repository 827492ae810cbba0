import { randomBytes } from 'node:crypto'
import * as core from '@actions/core'
import { jobLog } from './jobLog.ts'
import type { Runner } from './runner.ts'

/** The runner that this process was started by. */
export function connectRunner(stdout: { write(text: string): unknown }): Runner {
  const log = jobLog((text) => stdout.write(text), randomBytes(16).toString('hex'))
  return {
    input: (name) => core.getInput(name),
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
      // Without GITHUB_STEP_SUMMARY (an old runner) there is no summary to write to.
      if (process.env.GITHUB_STEP_SUMMARY === undefined) return
      await core.summary.addRaw(markdown, true).write()
    },
    close: log.close,
  }
}
