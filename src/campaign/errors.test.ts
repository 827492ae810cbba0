import { expect, test } from 'vitest'
import { formatError } from '../protocol/errors.ts'
import { BudgetTooSmall, NothingToPlan, SpendTooSmall } from './errors.ts'

test('nothing to plan is said with what may have left nothing', () => {
  expect(formatError(new NothingToPlan())).toMatchInlineSnapshot(`
    "error FB1030: No fuzz test or invariant is left to run.

      - Check the filter (\`match\`), or
      - choose another Foundry profile (\`profile\`).

      More: docs/errors.md#fb1030"
  `)
})

test('a budget that holds no slice is said with both figures', () => {
  expect(formatError(new BudgetTooSmall(1, 2.5))).toMatchInlineSnapshot(`
    "error FB1031: The budget allows 1 s of processor time; the cheapest slice of this project needs 2.5 s.

      - Raise \`budget\` (and \`max-time\`, if set), or
      - lower the runs or depth that the tests set inline.

      More: docs/errors.md#fb1031"
  `)
})

test('a limit on spending that pays for no shard is said with both figures', () => {
  expect(formatError(new SpendTooSmall(10n, 40_000n))).toMatchInlineSnapshot(`
    "error FB1032: \`max-spend\` is 10 token units; one shard with its spare, the finder reserve and the relayer's fee needs 40000.

      - Raise \`max-spend\`, or
      - lower \`slot-price\` or \`finder-reserve\`, or
      - run on the runner alone: \`fuzzburst run --local\`.

      More: docs/errors.md#fb1032"
  `)
})
