import { expect, test } from 'vitest'
import { planCampaign } from '../campaign/planCampaign.ts'
import { planInput, timedTarget } from '../campaign/planInput.fixture.ts'
import { sha256 } from '../protocol/digest.ts'
import { renderPlan } from './renderPlan.ts'

const plan = planCampaign(
  planInput([
    timedTarget(1, 'fuzz', 100),
    timedTarget(2, 'fuzz', 10, { lowEntropy: true }),
    timedTarget(3, 'invariant', 20_000),
    timedTarget(4, 'invariant', 20_000, { runs: 500_000_000 }),
  ]),
)

test('a plan shows what would run, what ships, what stays and what is left out', () => {
  const layer = { kind: 'project' as const, contents: sha256('c'), files: [{ path: 'src/Vault.sol', bytes: 2_048 }] }
  const text = renderPlan({
    plan,
    listing: { layers: [layer], withheld: [{ path: '.env', why: 'looks like: environment file' }] },
    notes: [{ kind: 'ffi-on', text: 'foundry.toml turns ffi on; it is off in slices.' }],
  })
  expect(text).toMatchSnapshot()
})

test('hostile names in a plan stay text on one line', () => {
  const listing = { layers: [], withheld: [{ path: '\n::error::x\u001b[2J', why: '##[x]' }] }
  const text = renderPlan({ plan, listing, notes: [{ kind: 'other', text: '\r::x' }] })
  expect(text).not.toMatch(/^\s*::|##\[|\r/m)
  expect(text).toContain('\\n::error::x\\x1b[2J')
})
