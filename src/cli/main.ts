import { Command, CommanderError } from 'commander'
import { isFuzzburstError } from '../protocol/errors.ts'
import { version } from '../protocol/version.ts'
import { printedError } from '../report/printedError.ts'
import { addAccountCommand } from './accountCommand.ts'
import { addDemoCommand } from './demoCommand.ts'
import { addDoctorCommand } from './doctorCommand.ts'
import { addEquivocationCommand } from './equivocationCommand.ts'
import { addEvidenceCommand } from './evidenceCommand.ts'
import { exitCodes } from './exitCodes.ts'
import { addFindingsCommand } from './findingsCommand.ts'
import { addJobCommand } from './jobCommand.ts'
import { addPlanCommand } from './planCommand.ts'
import { addReplayCommand } from './replayCommand.ts'
import { addRunCommand } from './runCommand.ts'
import { addSponsorCommand } from './sponsorCommand.ts'
import { addVerifyCommand } from './verifyCommand.ts'
import { addWorkerCommand } from './workerCommand.ts'

const program = new Command('fuzzburst')
  .description(
    'Bursts a repository’s smart-contract fuzz campaign to a pool of untrusted workers, and proves the result.',
  )
  .version(version)
  .showHelpAfterError('(add --help for the options)')
  .exitOverride()

addRunCommand(program)
addReplayCommand(program)
addPlanCommand(program)
addAccountCommand(program)
addJobCommand(program)
addSponsorCommand(program)
addVerifyCommand(program)
addEvidenceCommand(program)
addEquivocationCommand(program)
addWorkerCommand(program)
addDemoCommand(program)
addDoctorCommand(program)
addFindingsCommand(program)
program.addHelpText(
  'after',
  '\n`fuzzburst relay` runs a relay, `fuzzburst-worker` a worker; each has its own --help.\n' +
    '\nExit codes: 0 passed, 1 findings, 2 wrong use or a failure with a code, 3 not everything ran, 130 stopped.\n',
)

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : exitCodes.failure
  } else if (isFuzzburstError(error)) {
    process.stderr.write(`${printedError(error)}\n`)
    process.exitCode = exitCodes.failure
  } else if (error instanceof Error && error.name === 'AbortError') {
    // Ctrl-C, wherever it met the program.
    process.exitCode = exitCodes.stopped
  } else {
    throw error
  }
}
