import type { SourceBase } from './sourceLink.ts'

/** Said above a report that this job did not make. */
export const SECOND_HAND =
  "As told by the pull request's own workflow run, whose code its author controls. Nothing of it was checked here."

/** What GitHub's surfaces need to know besides the report. All of it comes from the runner, none from the project. */
export interface SurfaceContext extends SourceBase {
  readonly runUrl: string
  /** GitHub's id of the workflow run, and which attempt of it this is. */
  readonly run: number
  readonly attempt: number
  /** The hidden line by which a comment is known again: one for each project of a repository. */
  readonly marker: string
  /** The report is the word of a run whose code may be anybody's: it is shown as that. */
  readonly isSecondHand?: boolean
}
