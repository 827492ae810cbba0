import type { SourceBase } from './sourceLink.ts'

/** What GitHub's surfaces need to know besides the report. All of it comes from the runner, none from the project. */
export interface SurfaceContext extends SourceBase {
  readonly runUrl: string
  /** GitHub's id of the workflow run, and which attempt of it this is. */
  readonly run: number
  readonly attempt: number
  /** The hidden line by which a comment is known again: one for each project of a repository. */
  readonly marker: string
}
