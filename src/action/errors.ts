import { FuzzburstError } from '../protocol/errors.ts'

/** The event that GitHub wrote for this job is missing or is not one. */
export class EventUnreadable extends FuzzburstError<'FB7002'> {
  constructor(path: string, cause?: unknown) {
    super('FB7002', {
      fault: 'user',
      summary: `The event of this workflow run cannot be read from ${path === '' ? 'GITHUB_EVENT_PATH, which is not set' : path}.`,
      steps: [
        'Run the Action inside a GitHub workflow, or',
        'run `fuzzburst run` instead: it does the same from any shell.',
      ],
      cause,
    })
  }
}

/** The `key` input holds something that is no private key. The text itself is never shown. */
export class KeyMalformed extends FuzzburstError<'FB7003'> {
  constructor(length: number) {
    super('FB7003', {
      fault: 'user',
      summary: `The input \`key\` is no private key: it has ${length} characters.`,
      steps: [
        'Store the key as 0x and 64 hex digits in a secret, without quotes or line breaks.',
        `Pass it as \`key: \${{ secrets.FUZZBURST_KEY }}\`.`,
      ],
    })
  }
}

/** `working-directory` leads out of the checked-out repository, or nowhere. */
export class WorkingDirectoryWrong extends FuzzburstError<'FB7004'> {
  constructor(text: string) {
    super('FB7004', {
      fault: 'user',
      summary: `\`working-directory\` ${JSON.stringify(text.slice(0, 200))} is no folder of the checked-out repository.`,
      steps: ['Name a folder relative to the repository’s root.', 'Check that actions/checkout runs before this step.'],
    })
  }
}

/** The runner names no folder of its own for temporary files. */
export class RunnerTempMissing extends FuzzburstError<'FB7005'> {
  constructor() {
    super('FB7005', {
      fault: 'user',
      summary: 'RUNNER_TEMP is not set to an absolute path.',
      steps: [
        'Run the Action on a GitHub runner: it names a folder there that no checkout can write to, or',
        'run `fuzzburst run` instead: it keeps its state in `.fuzzburst`.',
      ],
    })
  }
}

/** An input that only the Action has does not say what it may say. */
export class InputInvalid extends FuzzburstError<'FB7010'> {
  constructor(name: string, expected: string) {
    super('FB7010', {
      fault: 'user',
      summary: `The input \`${name}\` is not valid: it may be ${expected}.`,
      steps: ['Correct it in the workflow. All inputs are described in the README, and all are optional.'],
    })
  }
}

/** The artifact of another run is not what this program leaves there: it is hostile, or of another version. */
export class ArtifactRefused extends FuzzburstError<'FB7011'> {
  constructor(why: string, cause?: unknown) {
    super('FB7011', {
      fault: 'user',
      summary: `What the pull request's run left was refused: ${why}.`,
      steps: [
        'Use the same version of this Action in both workflows.',
        'A pull request can change what its own run leaves: read its workflow before you trust it.',
      ],
      cause,
    })
  }
}

/** A plan says that it is for another commit, pull request or repository than GitHub does. */
export class PlanForeign extends FuzzburstError<'FB7020'> {
  constructor(why: string) {
    super('FB7020', {
      fault: 'user',
      summary: `The plan that the pull request's run left was refused, and nothing of it was run: ${why}.`,
      steps: [
        'Nothing was spent. Look at the workflow that the pull request ran: its author can change it.',
        'When a workflow of this repository left it, use the same version of this Action in both workflows.',
      ],
    })
  }
}

/** A plan could not be handed over: nothing would be fuzzed, so the step must not be green. */
export class PlanNotLeft extends FuzzburstError<'FB7021'> {
  constructor(why: string, cause?: unknown) {
    super('FB7021', {
      fault: 'user',
      summary: `The plan could not be left for the workflow that bursts it: ${why}.`,
      steps: ['Run the job again.', 'Where a runner has no artifacts, use `mode: auto`: it fuzzes there.'],
      cause,
    })
  }
}

/** A workflow was told to burst what another run planned, and that run left nothing. */
export class PlanMissing extends FuzzburstError<'FB7022'> {
  constructor(why: string) {
    super('FB7022', {
      fault: 'user',
      summary: `There is no plan to burst: ${why}.`,
      steps: [
        'Run this Action with `mode: plan` in the workflow that `workflow_run` names (examples/workflows/fork-plan.yml).',
        'Artifacts are kept for one day: run that workflow again.',
      ],
    })
  }
}

/** A job of CI was ended after its burst was settled and before its report was shown. Nothing is owed; what was found is not shown. */
export class ReportNotShown extends FuzzburstError<'FB7050'> {
  constructor(job: string, relay: string) {
    super('FB7050', {
      fault: 'user',
      summary: `Burst ${job} is settled, and this job was ended before its report was shown.`,
      steps: [
        'Run the job again for a verdict: this one has none.',
        `See what was run and paid: \`fuzzburst verify ${job} --relay ${relay}\`.`,
      ],
    })
  }
}
