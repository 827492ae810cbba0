import { codeSpan } from './markdownText.ts'
import { repositoryPath } from './repositoryPath.ts'

/** Where a reader can look at the sources. */
export interface SourceBase {
  /** `https://github.com/octo/vault`, made of what the runner says. */
  readonly repositoryUrl: string
  readonly sha: string
  /** Where the project lies in the repository, empty for its root. */
  readonly projectPath: string
}

/** A place in the sources as Markdown: its name, and a link to the line where the name (untrusted) is a path. */
export function sourceLink(at: { readonly path: string; readonly line: number }, base: SourceBase | null): string {
  const name = codeSpan(`${at.path}:${at.line}`)
  const path = base === null ? undefined : repositoryPath(base.projectPath, at.path)
  if (base === null || path === undefined || !/^[0-9a-f]{40,64}$/.test(base.sha)) return name
  return `${name} ([source](${base.repositoryUrl}/blob/${base.sha}/${urlPath(path)}#L${at.line}))`
}

/** A path that can end neither a URL nor a Markdown link. */
function urlPath(path: string): string {
  return path
    .split('/')
    .map((part) =>
      encodeURIComponent(part.toWellFormed()).replace(
        /[!'()*~_]/g,
        (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/')
}
