import { privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import type { Plan } from '../campaign/plan.ts'
import { planCampaign } from '../campaign/planCampaign.ts'
import { planInput, timedTarget } from '../campaign/planInput.fixture.ts'
import { sha256 } from '../protocol/digest.ts'
import { deriveJobSecrets } from '../protocol/jobSecrets.ts'
import { zeroBytes32 } from '../protocol/primitives.ts'
import { draftJob, intentFor, type JobDraft, signIntent } from './draftJob.ts'
import type { Funding } from './funding.ts'
import { venue } from './hostilePool.fixture.ts'
import type { SavedJob } from './projectState.ts'
import { resumeDraft } from './resumeJob.ts'

const [ours, other] = [sha256('spender key'), sha256('another spender key')]
const nonce = sha256('nonce')
const plan: Plan = planCampaign(planInput([timedTarget(1, 'fuzz', 100), timedTarget(2, 'invariant', 9_000)]))

const fundingOf = (key: typeof ours): Funding =>
  ({ secrets: deriveJobSecrets(key, nonce), connection: { info: { venue } } }) as Funding

async function drafted(more: Pick<Parameters<typeof draftJob>[1], 'classes' | 'series'>): Promise<JobDraft> {
  const secrets = deriveJobSecrets(ours, nonce)
  const terms = {
    account: zeroBytes32,
    secrets,
    spares: 2,
    relayerFeeCapUnits: 9n,
    nowSeconds: 1_000,
    lastsSeconds: 60,
  }
  const intent = intentFor(plan, terms)
  const intentSignature = await signIntent(privateKeyToAccount(ours), venue, intent)
  return draftJob(plan, { venue, intent, intentSignature, secrets, visibility: 'private', ...more })
}

function saved({ job, document }: JobDraft): SavedJob {
  const { intent, intentSignature, visibility, classes, series } = document
  const asked = { intent, intentSignature, visibility, classes, series }
  return {
    v: 1,
    job,
    nonce,
    relay: 'http://relay.test',
    plan,
    ...asked,
    startedAtMs: 1,
    signed: [],
    auditShards: [],
    settled: false,
  }
}

test('another key, or a plan that is not the one of its intent, takes up no job', async () => {
  const kept = saved(await drafted({}))
  expect(() => resumeDraft(kept, fundingOf(other))).toThrow('FB1014')
  expect(() => resumeDraft({ ...kept, plan: { ...plan, shards: plan.shards.slice(1) } }, fundingOf(ours))).toThrow(
    'FB1014',
  )
})

test('a job is taken up word for word: with the classes that it accepts, and its place among the bursts of its pull request', async () => {
  const series = { pull: sha256('pull'), series: sha256('series'), run: 7, attempt: 2 }
  for (const more of [{}, { classes: [sha256('class')] }, { series }, { classes: [sha256('class')], series }]) {
    const first = await drafted(more)
    expect(resumeDraft(saved(first), fundingOf(ours)).document).toEqual(first.document)
  }
})
