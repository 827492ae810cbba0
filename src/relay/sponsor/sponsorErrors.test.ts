import { expect, test } from 'vitest'
import { formatError } from '../../protocol/errors.ts'
import * as errors from './sponsorErrors.ts'

test('every refusal of a sponsor says what happened and what to do', () => {
  const samples = [
    new errors.NoSponsor(),
    new errors.TokenRefused('it has expired'),
    new errors.IssuerUnreachable(),
    new errors.RepositoryRefused('it is not public'),
    new errors.SponsorQuota('its owner', 3_000_000n, 1_000_000n),
    new errors.SponsoredIntentRefused('sponsored jobs pay no finder rewards'),
    new errors.SecondGrant('job'),
    new errors.RepositoryUnknown('it answers with status 502'),
    new errors.SponsorEmpty('The account holds 1 USDC; this burst can cost 2 USDC.'),
    new errors.AssignerRefuses(9),
    new errors.NotAnAuditor('0x1'),
    new errors.AuditRefused('the job was audited before'),
  ]
  expect(samples.map(formatError).join('\n\n')).toMatchSnapshot()
  expect(samples.map(({ code, status }) => `${code} ${status}`)).toMatchSnapshot()
})
