import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { type OidcServer, startOidcServer } from '../../../test/servers/oidc.ts'
import {
  listedRepository,
  type RepositoryServer,
  startRepositoryServer,
} from '../../../test/servers/oidcRepositories.ts'
import { ONE, startTestEscrow, type TestEscrow } from '../../escrow/testEscrow.fixture.ts'
import type { Bytes32 } from '../../protocol/primitives.ts'
import { sponsorAudience } from '../../protocol/sponsorship.ts'
import { bytes32, startTestRelay, type TestJob, type TestRelay, testJob } from '../testRelay.fixture.ts'
import { openSponsor, type Sponsor } from './sponsor.ts'
import { zSponsorSettings } from './sponsorSettings.ts'

export const FEE_UNITS = ONE / 100n
const sponsorKey = bytes32('sponsor')
export const auditor = privateKeyToAccount(bytes32('auditor'))

/** A relay with a sponsor, the issuer and the API that it asks, and the chain that it pays on. */
export interface TestSponsor {
  readonly chain: TestEscrow
  readonly oidc: OidcServer
  readonly github: RepositoryServer
  readonly relay: TestRelay
  readonly sponsor: Sponsor
  readonly account: Bytes32
  /** Of the account. */
  readonly ownerKey: PrivateKeyAccount
  /** A job that the sponsor would sign; each name has one of its own. */
  job(name: string, change?: Parameters<typeof testJob>[2]): Promise<TestJob>
  audience(job: TestJob): string
  dispose(): Promise<void>
}

export async function startTestSponsor(change: Record<string, unknown> = {}): Promise<TestSponsor> {
  const [chain, oidc, github] = await Promise.all([startTestEscrow(), startOidcServer(), startRepositoryServer()])
  github.listed.set(4001, listedRepository())
  const { account, owner } = chain
  const spender = privateKeyToAccount(sponsorKey).address
  const caps = { maxPerJobUnits: 20n * ONE, maxPerDayUnits: 60n * ONE }
  await owner.setSpender(account, spender, { ...caps, expires: (await owner.now()) + 365 * 86_400 })
  const settings = zSponsorSettings.parse({
    account,
    key: sponsorKey,
    auditors: [auditor.address],
    perBurstUnits: 6n * ONE,
    perRepositoryUnits: 10n * ONE,
    perOwnerUnits: 15n * ONE,
    budgetUnits: 40n * ONE,
    slotPriceUnits: ONE,
    longestSeconds: 2 * 86_400,
    issuer: oidc.issuer,
    apiUrl: github.url,
    jwksCooldownMs: 0,
    ...change,
  })
  const sponsor = openSponsor(settings)
  const relay = await startTestRelay(
    {},
    {
      venue: chain.venue,
      pool: { kind: 'chain', escrow: chain.owner },
      submitter: { writer: chain.anyone, feeUnits: FEE_UNITS },
      sponsor,
    },
  )
  return {
    chain,
    oidc,
    github,
    relay,
    sponsor,
    account,
    ownerKey: privateKeyToAccount(chain.anvil.accounts[0]!),
    async job(name, more = {}) {
      const now = Math.floor(Date.now() / 1_000)
      const terms = { account, assigner: sponsor.assigner.address, slotPrice: ONE, relayerFeeCap: 2n * FEE_UNITS }
      const intent = { ...terms, openBy: now + 900, settleBy: now + 7_200, ...more.intent }
      return testJob(name, 2, { venue: chain.venue, spares: 1, visibility: 'public', ...more, intent })
    },
    audience: ({ intent, secrets }) =>
      sponsorAudience(chain.venue, secrets.jobKey.address, intent.jobHash, secrets.nonce),
    async dispose() {
      await relay.dispose()
      await Promise.all([oidc.stop(), github.stop(), chain.anvil.stop()])
    },
  }
}
