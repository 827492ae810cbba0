import type { CheckOutput } from '../report/renderCheck.ts'
import type { RepositoryCall } from './repositoryCall.ts'

/** Checks API: annotations accepted per request; PATCH appends more. docs.github.com/rest/checks/runs */
export const ANNOTATIONS_PER_REQUEST = 50

/** A check run of the past or of now. */
export interface CheckTarget {
  readonly name: string
  /** The head of the pull request: checks of a merge commit show up nowhere. */
  readonly sha: string
  readonly detailsUrl: string
  /** Tells this attempt's check from others of the same name. */
  readonly externalId: string
}

/**
 * Publishes a check run with all of its annotations, fifty a request. Until the last batch is in it is `in_progress`, so
 * that a check is never green with half of its annotations. @throws what GitHub answers
 */
export async function postCheck(
  { github, ...repository }: RepositoryCall,
  target: CheckTarget,
  check: CheckOutput,
): Promise<void> {
  const batches = Array.from(
    { length: Math.max(1, Math.ceil(check.annotations.length / ANNOTATIONS_PER_REQUEST)) },
    (_, i) => check.annotations.slice(i * ANNOTATIONS_PER_REQUEST, (i + 1) * ANNOTATIONS_PER_REQUEST),
  )
  const output = (i: number) => ({
    title: check.title,
    summary: check.summary,
    ...(check.text !== '' && { text: check.text }),
    annotations: [...(batches[i] ?? [])],
  })
  const end = { status: 'completed' as const, conclusion: check.conclusion }
  const { data } = await github.rest.checks.create({
    ...repository,
    name: target.name,
    head_sha: target.sha,
    details_url: target.detailsUrl,
    external_id: target.externalId,
    output: output(0),
    ...(batches.length === 1 ? end : { status: 'in_progress' as const }),
  })
  for (let i = 1; i < batches.length; i++)
    await github.rest.checks.update({
      ...repository,
      check_run_id: data.id,
      output: output(i),
      ...(i === batches.length - 1 && end),
    })
}
