import { z } from 'zod'
import { zAddress, zBytes32, zUnits } from '../../protocol/primitives.ts'
import { osiLicences } from './osiLicences.ts'

/** GitHub's OIDC issuer. A GitHub Enterprise Server has its own: https://HOST/_services/token. */
const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com'
const HOUR = 3_600

const zHttpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''))

/** What a relay needs to give free bursts. Every figure is in the smallest unit of the account's token. */
export const zSponsorSettings = z.strictObject({
  /** The sponsor's account in the escrow. */
  account: zBytes32,
  /** secp256k1 private key of a spender of that account: signs intents. The assigner's key is derived from it. */
  key: zBytes32,
  /** Whose audits count. Their keys sign verdicts and can spend nothing. */
  auditors: z.array(zAddress).min(1).max(64),
  /** Only these workers get sponsored leases; all that the relay serves when not given. */
  workers: z.array(zAddress).min(1).optional(),
  perBurstUnits: zUnits.default(2_000_000n),
  perRepositoryUnits: zUnits.default(20_000_000n),
  perOwnerUnits: zUnits.default(40_000_000n),
  budgetUnits: zUnits,
  slotPriceUnits: zUnits.default(20_000n),
  /** Longest time from grant to settlement, in seconds: a lock must not tie the budget up for weeks. */
  longestSeconds: z
    .number()
    .int()
    .min(600)
    .max(7 * 24 * HOUR)
    .default(8 * HOUR),
  issuer: z.string().min(1).max(500).default(GITHUB_ISSUER),
  /** Where the issuer's keys are; beside the issuer when not given. */
  jwksUrl: zHttpUrl.optional(),
  /** Milliseconds between two fetches of keys because of an unknown one: made-up key ids must not hammer the issuer. */
  jwksCooldownMs: z.number().int().min(0).default(30_000),
  apiUrl: zHttpUrl.default('https://api.github.com'),
  /** For more than 60 questions an hour; needs no permission at all. */
  githubToken: z.string().min(1).optional(),
  /** Events whose workflows run with the repository's own trust. `pull_request_target` runs with it on a stranger's code. */
  events: z
    .array(z.string().regex(/^[a-z_]{1,40}$/))
    .min(1)
    .default(['push', 'pull_request', 'merge_group', 'schedule', 'workflow_dispatch', 'workflow_run', 'release']),
  /** Only these workflows (exact `job_workflow_ref`); any when not given. */
  workflows: z.array(z.string().min(1).max(500)).min(1).optional(),
  licences: z
    .array(z.string().min(1).max(60))
    .min(1)
    .default([...osiLicences]),
  /** A repository younger than this gets nothing: farms of fresh ones are cheap to make. */
  minAgeDays: z.number().int().min(0).default(30),
  denyRepositories: z.array(z.number().int().positive()).default([]),
  denyOwners: z.array(z.number().int().positive()).default([]),
})
export type SponsorSettings = z.output<typeof zSponsorSettings>
