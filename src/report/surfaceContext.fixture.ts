import type { SurfaceContext } from './surfaceContext.ts'

/** A pull request's burst, for tests. */
export const sampleContext: SurfaceContext = {
  repositoryUrl: 'https://github.com/octo/vault',
  sha: '0123456789abcdef0123456789abcdef01234567',
  projectPath: 'packages/vault',
  runUrl: 'https://github.com/octo/vault/actions/runs/7',
  run: 7,
  attempt: 1,
  marker: '<!-- fuzzburst:comment packages -->',
}
