import { expect, test } from 'vitest'
import { formatError } from '../protocol/errors.ts'
import {
  ArtifactRefused,
  EventUnreadable,
  InputInvalid,
  KeyMalformed,
  PlanForeign,
  PlanMissing,
  PlanNotLeft,
  ReportNotShown,
  RunnerTempMissing,
  WorkingDirectoryWrong,
} from './errors.ts'

test('each error says what happened and what to do', () => {
  const messages = [
    new EventUnreadable('/event.json'),
    new EventUnreadable(''),
    new KeyMalformed(12),
    new WorkingDirectoryWrong('../elsewhere'),
    new RunnerTempMissing(),
    new ArtifactRefused('it has no report.json'),
    new InputInvalid('findings', 'public or private'),
    new PlanForeign('it is for another commit than its run'),
    new PlanNotLeft('this event is for no pull request'),
    new PlanMissing('run 7 left none'),
    new ReportNotShown('0x00', 'http://relay.test'),
  ].map(formatError)
  expect(messages.join('\n\n')).toMatchInlineSnapshot(`
    "error FB7002: The event of this workflow run cannot be read from /event.json.

      - Run the Action inside a GitHub workflow, or
      - run \`fuzzburst run\` instead: it does the same from any shell.

      More: docs/errors.md#fb7002

    error FB7002: The event of this workflow run cannot be read from GITHUB_EVENT_PATH, which is not set.

      - Run the Action inside a GitHub workflow, or
      - run \`fuzzburst run\` instead: it does the same from any shell.

      More: docs/errors.md#fb7002

    error FB7003: The input \`key\` is no private key: it has 12 characters.

      - Store the key as 0x and 64 hex digits in a secret, without quotes or line breaks.
      - Pass it as \`key: \${{ secrets.FUZZBURST_KEY }}\`.

      More: docs/errors.md#fb7003

    error FB7004: \`working-directory\` "../elsewhere" is no folder of the checked-out repository.

      - Name a folder relative to the repository’s root.
      - Check that actions/checkout runs before this step.

      More: docs/errors.md#fb7004

    error FB7005: RUNNER_TEMP is not set to an absolute path.

      - Run the Action on a GitHub runner: it names a folder there that no checkout can write to, or
      - run \`fuzzburst run\` instead: it keeps its state in \`.fuzzburst\`.

      More: docs/errors.md#fb7005

    error FB7011: What the pull request's run left was refused: it has no report.json.

      - Use the same version of this Action in both workflows.
      - A pull request can change what its own run leaves: read its workflow before you trust it.

      More: docs/errors.md#fb7011

    error FB7010: The input \`findings\` is not valid: it may be public or private.

      - Correct it in the workflow. All inputs are described in the README, and all are optional.

      More: docs/errors.md#fb7010

    error FB7020: The plan that the pull request's run left was refused, and nothing of it was run: it is for another commit than its run.

      - Nothing was spent. Look at the workflow that the pull request ran: its author can change it.
      - When a workflow of this repository left it, use the same version of this Action in both workflows.

      More: docs/errors.md#fb7020

    error FB7021: The plan could not be left for the workflow that bursts it: this event is for no pull request.

      - Run the job again.
      - Where a runner has no artifacts, use \`mode: auto\`: it fuzzes there.

      More: docs/errors.md#fb7021

    error FB7022: There is no plan to burst: run 7 left none.

      - Run this Action with \`mode: plan\` in the workflow that \`workflow_run\` names (examples/workflows/fork-plan.yml).
      - Artifacts are kept for one day: run that workflow again.

      More: docs/errors.md#fb7022

    error FB7050: Burst 0x00 is settled, and this job was ended before its report was shown.

      - Run the job again for a verdict: this one has none.
      - See what was run and paid: \`fuzzburst verify 0x00 --relay http://relay.test\`.

      More: docs/errors.md#fb7050"
  `)
})
