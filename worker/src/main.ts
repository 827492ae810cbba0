import { Command, CommanderError } from 'commander'
import { isFuzzburstError } from '../../src/protocol/errors.ts'
import { printedError } from '../../src/report/printedError.ts'
import { addRunCommand } from './runCommand.ts'
import { addSelfTestCommand } from './selfTestCommand.ts'
import { addStakeCommand } from './stakeCommand.ts'
import { addStatusCommand } from './statusCommand.ts'
import { workerVersion } from './workerVersion.ts'

const program = new Command('fuzzburst-worker')
  .description('Runs shards of other people’s fuzz campaigns in a sandbox, and is paid for what it proves to have run.')
  .version(workerVersion)
  .showHelpAfterError('(add --help for the options)')
  .exitOverride()

addRunCommand(program)
addStatusCommand(program)
addSelfTestCommand(program)
addStakeCommand(program)

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2
  } else if (isFuzzburstError(error)) {
    process.stderr.write(`${printedError(error)}\n`)
    process.exitCode = 2
  } else {
    throw error
  }
}
