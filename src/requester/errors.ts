import { FuzzburstError } from '../protocol/errors.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import { formatMoney } from '../report/humanUnits.ts'
import type { Report } from '../report/report.ts'

/** `fuzzburst.toml`, a flag or an input does not say what it may say. */
export class OptionsInvalid extends FuzzburstError<'FB1010'> {
  constructor(source: string, problems: readonly string[]) {
    super('FB1010', {
      fault: 'user',
      summary: `${source} is not valid.`,
      detail: problems.join('\n'),
      steps: ['Correct it; every key is described in docs/configuration.md, and all are optional.'],
    })
  }
}

/** Code of a non-public repository was about to leave for strangers' machines. */
export class PrivateCodeToPublicPool extends FuzzburstError<'FB1011'> {
  constructor() {
    super('FB1011', {
      fault: 'user',
      summary: 'This repository is not public, and the relay serves a public pool: its code was not sent.',
      steps: [
        'Use a private pool of your own machines (docs/relay.md), or',
        'set `allow-public-pool: true` if strangers may see the code and its findings, or',
        'leave out the pool: the burst then runs on this machine.',
      ],
    })
  }
}

/** A pool was asked for but nobody's key pays. */
export class SpenderKeyMissing extends FuzzburstError<'FB1012'> {
  constructor() {
    super('FB1012', {
      fault: 'user',
      summary: 'A relay is configured but no spender key was given.',
      steps: [
        'Set FUZZBURST_KEY to the private key of a spender of the account (in CI: from a secret).',
        'How to make one: docs/funding.md.',
      ],
    })
  }
}

/** The chain pool needs to know which account pays and where the chain is. */
export class PoolSettingsMissing extends FuzzburstError<'FB1013'> {
  constructor(missing: readonly string[]) {
    super('FB1013', {
      fault: 'user',
      summary: `The relay is paid on chain, and these settings are missing: ${missing.join(', ')}.`,
      steps: ['Add them under [pool] in fuzzburst.toml, or as flags or inputs of the same names.'],
    })
  }
}

/** A relay asks more for a transaction than the user would pay. */
export class RelayFeeTooHigh extends FuzzburstError<'FB1018'> {
  constructor(feeUnits: bigint, mostUnits: bigint, token: { readonly symbol: string; readonly decimals: number }) {
    const money = (units: bigint): string => formatMoney(units, token)
    super('FB1018', {
      fault: 'user',
      summary: `The relay asks ${money(feeUnits)} for sending one transaction; the most you allow is ${money(mostUnits)}.`,
      steps: ['Use another relay, or', 'raise `max-relay-fee`.'],
    })
  }
}

/** A limit on spending leaves too little for a single shard: nobody is paid. */
export class SpendingCapReached extends FuzzburstError<'FB2090'> {
  constructor(
    cap: { readonly name: string; readonly capUnits: bigint; readonly leftUnits: bigint },
    needUnits: bigint,
    token: { readonly symbol: string; readonly decimals: number },
  ) {
    const money = (units: bigint): string => formatMoney(units, token)
    super('FB2090', {
      fault: 'user',
      summary: `\`${cap.name}\` is ${money(cap.capUnits)}, of which ${money(cap.leftUnits)} is left; one shard with its spare, the finder reserve and the relay's fees needs ${money(needUnits)}.`,
      steps: [`Raise \`${cap.name}\`, or`, 'leave it: without money the burst runs on this machine.'],
    })
  }
}

/** A newer run for the same pull request has opened its burst: this one would be paid for nothing. */
export class Overtaken extends FuzzburstError<'FB1047'> {
  constructor() {
    super('FB1047', {
      fault: 'user',
      summary: 'A newer run for this pull request has opened its burst already: this one was not opened.',
      steps: ['Look at the newer run.'],
    })
  }
}

/** `--resume` names a job that cannot be taken up here. */
export class CannotResume extends FuzzburstError<'FB1014'> {
  constructor(job: string, why: string) {
    super('FB1014', {
      fault: 'user',
      summary: `Job ${job.slice(0, 18)} cannot be resumed: ${why}.`,
      steps: [
        'Start a new burst. The lock of the old one returns to the account after its deadline (docs/funding.md).',
      ],
    })
  }
}

/** A job is to be taken up with other code than it was opened for. */
export class ProjectChanged extends FuzzburstError<'FB1017'> {
  constructor(planned: string) {
    super('FB1017', {
      fault: 'user',
      summary: `The project is not the one that the job was planned for (${planned.slice(0, 18)}).`,
      steps: ['Check out the commit that the job was opened for, and resume again.'],
    })
  }
}

/** A finding that `fuzzburst replay` was asked for is not in the report. */
export class FindingUnknown extends FuzzburstError<'FB1015'> {
  constructor(id: string, known: readonly string[]) {
    super('FB1015', {
      fault: 'user',
      summary: `The report holds no finding ${JSON.stringify(id.slice(0, 40))}.`,
      steps: known.length > 0 ? [`It holds: ${known.join(', ')}.`] : ['It holds no findings at all.'],
    })
  }
}

/** A file of ours (a report, a saved job) is missing or is not what it should be. */
export class StateUnreadable extends FuzzburstError<'FB1016'> {
  constructor(path: string, cause?: unknown) {
    super('FB1016', {
      fault: 'user',
      summary: `${path} is missing or cannot be read.`,
      steps: ['Run `fuzzburst run` first, in the same project, or point to the right folder.'],
      cause,
    })
  }
}

/** A finished job cannot be run again: its project is not to be had. */
export class LayersGone extends FuzzburstError<'FB5100'> {
  constructor(why: string) {
    super('FB5100', {
      fault: 'user',
      summary: `The project's layers cannot be had: ${why}.`,
      steps: [
        'Check without `--replay`: signatures, picks, roots and amounts need no layers.',
        'Relays keep layers of settled jobs for 30 days, and show those of public projects only.',
      ],
    })
  }
}

/** A file that should be evidence is none. */
export class EvidenceUnreadable extends FuzzburstError<'FB5101'> {
  constructor(path: string, cause?: unknown) {
    super('FB5101', {
      fault: 'user',
      summary: `${path} is no evidence that this version can read.`,
      steps: ['Name a file that a burst keeps under .fuzzburst/evidence/, whole and as it was written.'],
      cause,
    })
  }
}

/** Only whoever opened a job may publish more of it. */
export class NotTheJobsKey extends FuzzburstError<'FB5102'> {
  constructor(job: string) {
    super('FB5102', {
      fault: 'user',
      summary: `FUZZBURST_KEY is not the key that opened job ${job}.`,
      steps: ['Set FUZZBURST_KEY to the private key of the spender that the burst ran with.'],
    })
  }
}

/** Nothing that changed can affect a target: there is nothing to run. The burst's report says so; it is no failure. */
export class NothingAffected extends FuzzburstError<'FB1040'> {
  readonly selection: NonNullable<Report['selection']>
  readonly project: Bytes32
  readonly userForgeVersion: string | null
  constructor(selection: NonNullable<Report['selection']>, project: Bytes32, userForgeVersion: string | null) {
    super('FB1040', {
      fault: 'user',
      summary: `None of ${selection.of} targets depends on what changed: ${selection.why}`,
      steps: ['Run all targets with `targets: all`.'],
    })
    this.selection = selection
    this.project = project
    this.userForgeVersion = userForgeVersion
  }
}

/** A project that another run built and handed over is not what this version takes. Nothing of it was run. */
export class CarriedBuildRefused extends FuzzburstError<'FB1043'> {
  constructor(why: string, cause?: unknown) {
    super('FB1043', {
      fault: 'user',
      summary: `The build that another run handed over was refused, and nothing of it was run: ${why}.`,
      steps: [
        'Use the same version of this Action in both workflows.',
        'A pull request can change what its own run leaves: read its workflow before you trust it.',
      ],
      cause,
    })
  }
}
