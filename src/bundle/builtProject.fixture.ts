import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { BuiltProject } from '../engines/engine.ts'

/** Writes a tree below a fresh directory and returns its path. For tests. */
export async function writeTree(files: Readonly<Record<string, Uint8Array | string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'fuzzburst-bundle-'))
  for (const [path, contents] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), contents)
  }
  return root
}

/** A built project with these files, for tests. */
export function builtProject(
  root: string,
  files: Partial<BuiltProject['files']>,
  rest: Partial<BuiltProject> = {},
): BuiltProject {
  return {
    engine: 'forge',
    root,
    profile: 'default',
    env: {},
    files: { dependencies: [], project: [], artifacts: [], ...files },
    replaced: new Map(),
    reach: { programs: false, endpoints: [], unusable: [], env: () => ({}), files: () => new Map() },
    withheld: [],
    notes: [],
    userForgeVersion: null,
    ...rest,
  }
}
