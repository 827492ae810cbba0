import type { Finding } from '../protocol/finding.ts'
import { normaliseReason } from '../report/findingId.ts'

/** Names what counts as one finding, whatever slice shows it: same target, same reason but for its figures. */
export function findingKey(finding: Finding): string {
  return JSON.stringify([finding.target, normaliseReason(finding.reason)])
}
