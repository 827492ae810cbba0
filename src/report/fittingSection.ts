import { findingSection } from './findingSection.ts'
import type { ReportFinding } from './report.ts'
import type { SourceBase } from './sourceLink.ts'

/** Bytes that are kept free for what stands around the section. */
const AROUND_BYTES = 2_000

/** All that is known of a finding, or what fits into so many bytes: the trace goes first, then the test. Pure. */
export function fittingSection(finding: ReportFinding, base: SourceBase | null, bytes: number): string {
  const cut = 'Left out here because it is too long'
  const shorter: readonly ReportFinding[] = [
    finding,
    { ...finding, trace: '' },
    { ...finding, trace: '', repro: null, reproImpossible: finding.repro === null ? finding.reproImpossible : cut },
  ]
  const fits = (text: string): boolean => Buffer.byteLength(text) < bytes - AROUND_BYTES
  return shorter.map((one) => findingSection(one, base)).find(fits) ?? `### ${finding.id}`
}
