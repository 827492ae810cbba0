import type { Report } from '../report/report.ts'
import { visibleText } from '../report/visibleText.ts'
import { surfaceContext } from './githubContext.ts'
import type { Place } from './place.ts'
import { postIssues } from './postIssues.ts'
import type { Surfaces } from './postSurfaces.ts'
import { isApiError, isDenied } from './repositoryCall.ts'

/** Keeps issues of a night's findings; what GitHub refuses is one line. */
export async function keepIssues(
  report: Report,
  { github, context }: Pick<Surfaces, 'github' | 'context'>,
  { projectPath }: Place,
  say: (line: string) => void,
): Promise<void> {
  try {
    const call = { github, owner: context.owner, repo: context.repo }
    const done = await postIssues(call, report, surfaceContext(context, projectPath))
    const parts = Object.entries(done)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `${count} ${what === 'left' ? 'left for another night' : what}`)
    say(`issues: ${parts.length === 0 ? 'nothing changed' : parts.join(', ')}`)
  } catch (error) {
    if (isDenied(error)) say("no issues, because this job's token may not (issues: write), or the repository has none")
    else if (isApiError(error)) say(`issues could not be kept: ${visibleText(error.message).slice(0, 300)}`)
    else throw error
  }
}
