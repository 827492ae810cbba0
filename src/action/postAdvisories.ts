import { readAdvisory, renderAdvisory } from '../report/renderAdvisory.ts'
import { markOf } from '../report/renderIssue.ts'
import type { Report } from '../report/report.ts'
import type { SurfaceContext } from '../report/surfaceContext.ts'
import type { RepositoryCall } from './repositoryCall.ts'

/** New drafts of one run: a broken project must not flood the list. */
export const NEW_ADVISORIES_LIMIT = 20

/** What was done to draft advisories. */
export interface AdvisoriesPosted {
  readonly opened: number
  readonly updated: number
  /** Findings whose draft somebody has edited, closed or published: it is theirs now. */
  readonly kept: number
  /** Findings for which no draft was made, because there were too many new ones. */
  readonly left: number
}

interface OwnAdvisory {
  readonly id: string
  readonly createdAt: string
  readonly isDraft: boolean
  readonly fingerprint: string
  readonly written: string
  readonly isEdited: boolean
}

/**
 * Keeps one draft security advisory for each finding. Nothing is ever published, and nothing that a maintainer has edited, closed or
 * published is touched. Two runs that make one at the same time end with one. @throws what GitHub answers
 */
export async function postAdvisories(
  call: RepositoryCall,
  report: Report,
  context: SurfaceContext,
): Promise<AdvisoriesPosted> {
  const { github, ...repository } = call
  const known = await ownAdvisories(call, context)
  const done = { opened: 0, updated: 0, kept: 0, left: 0 }
  const seen = new Set<string>()
  const made = new Set<string>()
  for (const finding of report.findings) {
    const { fingerprint } = markOf(finding)
    if (seen.has(fingerprint)) continue
    seen.add(fingerprint)
    const text = renderAdvisory(finding, context)
    const advisory = known.find((one) => one.fingerprint === fingerprint)
    if (advisory === undefined) {
      if (done.opened >= NEW_ADVISORIES_LIMIT) {
        done.left++
        continue
      }
      const name = `${repository.owner}/${repository.repo}`
      const { data } = await github.rest.securityAdvisories.createRepositoryAdvisory({
        ...repository,
        ...text,
        vulnerabilities: [{ package: { ecosystem: 'other', name } }],
      })
      made.add(data.ghsa_id)
      done.opened++
    } else if (!advisory.isDraft || advisory.isEdited) done.kept++
    else if (readAdvisory(text.description, context)?.written !== advisory.written) {
      await github.rest.securityAdvisories.updateRepositoryAdvisory({
        ...repository,
        ...text,
        ghsa_id: advisory.id,
      })
      done.updated++
    }
  }
  if (made.size > 0) await closeDoubles(call, context, made)
  return done
}

/** Of two drafts about one finding the older stays: whoever made the other closes it, and both runs see both. */
async function closeDoubles(call: RepositoryCall, context: SurfaceContext, made: ReadonlySet<string>): Promise<void> {
  const { github, ...repository } = call
  const first = new Map<string, string>()
  for (const { id, fingerprint } of await ownAdvisories(call, context)) {
    if (!first.has(fingerprint)) first.set(fingerprint, id)
    else if (made.has(id))
      await github.rest.securityAdvisories.updateRepositoryAdvisory({ ...repository, ghsa_id: id, state: 'closed' })
  }
}

/**
 * Oldest first. What came in as somebody's private report is never ours, whatever its text says: its reporter reads along, and
 * would be shown a finding that they had only guessed the mark of.
 */
async function ownAdvisories(call: RepositoryCall, context: SurfaceContext): Promise<OwnAdvisory[]> {
  const { github, ...repository } = call
  const all = await github.paginate(github.rest.securityAdvisories.listRepositoryAdvisories, {
    ...repository,
    per_page: 100,
  })
  return all
    .filter(({ submission }) => submission === null)
    .flatMap(({ ghsa_id: id, created_at: createdAt, description, state }) => {
      const mark = readAdvisory(description ?? '', context)
      return mark === undefined ? [] : [{ id, createdAt: createdAt ?? '', isDraft: state === 'draft', ...mark }]
    })
    .sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
