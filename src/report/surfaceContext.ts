import type { SourceBase } from './sourceLink.ts'

/** Said above a report that this job did not make. */
export const SECOND_HAND =
  "As told by the pull request's own workflow run, whose code its author controls. Nothing of it was checked here."

/** Said above a report of what another run built. */
export const BUILT_ELSEWHERE =
  "Fuzzed here, but built by the pull request's own workflow run, whose code its author controls: that the build is of this commit's sources is that run's word."

/** What GitHub's surfaces need to know besides the report. All of it comes from the runner, none from the project. */
export interface SurfaceContext extends SourceBase {
  readonly runUrl: string
  /** GitHub's id of the workflow run, and which attempt of it this is. */
  readonly run: number
  readonly attempt: number
  /** The run that fuzzed, when `run` is the one that built. */
  readonly logRun?: number
  /** The hidden line by which a comment is known again: one for each project of a repository. */
  readonly marker: string
  /** What a reader must know before the report: it is, or rests on, the word of a run whose code may be anybody's. */
  readonly caveat?: string
}
