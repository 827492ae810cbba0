import { mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { builtProject, writeTree } from './builtProject.fixture.ts'
import { packLayers } from './packLayers.ts'

const trees: string[] = []
afterEach(async () => {
  for (const root of trees.splice(0)) await rm(root, { recursive: true, force: true })
})

/** A repository with a project in `inner` whose file at `path` is a link to `target`. */
async function repository(path: string, target: string): Promise<{ top: string; root: string }> {
  const top = await writeTree({
    '.git/config': '[remote]',
    '.env': 'KEY=1',
    'deploy.pem': 'key',
    'shared/Dep.sol': 'contract Dep {}',
    'inner/foundry.toml': '',
    'inner/src/A.sol': '',
  })
  trees.push(top)
  const root = join(top, 'inner')
  await mkdir(join(root, 'lib'), { recursive: true })
  await symlink(target, join(root, path))
  return { top, root }
}

/** Packs one file as a source of the compiler's. */
function pack({ top, root }: { top: string; root: string }, path: string, sources: readonly string[] = [path]) {
  return packLayers(builtProject(root, { dependencies: [path] }, { linkedSources: { top, paths: new Set(sources) } }))
}

test.each([
  ['to a file of the system', '/etc/passwd'],
  ['to a folder above the repository', '../../../..'],
  ['to itself', 'Dep.sol'],
  ['to nothing', '../../shared/Gone.sol'],
  ['to a folder', '../../shared'],
])('a source that is a link %s is refused', async (_what, target) => {
  const tree = await repository('lib/Dep.sol', target)
  await expect(pack(tree, 'lib/Dep.sol')).rejects.toMatchObject({ code: 'FB1022' })
})

test('a link to the outside over a link inside of the repository is refused, and says what may be linked to', async () => {
  const outside = await writeTree({ 'Dep.sol': 'contract Dep {}' })
  trees.push(outside)
  const tree = await repository('lib/dep', '../../vendor')
  await symlink(outside, join(tree.top, 'vendor'))
  await expect(pack(tree, 'lib/dep/Dep.sol')).rejects.toMatchObject({
    code: 'FB1022',
    steps: [expect.stringContaining('inside their git repository'), expect.any(String), expect.any(String)],
  })
})

test('a loop of links is refused', async () => {
  const tree = await repository('lib/dep', '../lib/other')
  await symlink('../lib/dep', join(tree.root, 'lib/other'))
  await expect(pack(tree, 'lib/dep/Dep.sol')).rejects.toMatchObject({ code: 'FB1022' })
})

test('a file that is no source may not be a link out of the project, and without git no file may', async () => {
  const tree = await repository('lib/Dep.sol', '../../shared/Dep.sol')
  await expect(pack(tree, 'lib/Dep.sol', [])).rejects.toMatchObject({ code: 'FB1022' })
  const alone = builtProject(tree.root, { dependencies: ['lib/Dep.sol'] })
  await expect(packLayers(alone)).rejects.toMatchObject({ code: 'FB1022' })
})

test.each([
  ['version control data', '../../.git/config'],
  ['environment file', '../../.env'],
  ['private key', '../../deploy.pem'],
])('a source that is a link to %s of the repository is withheld', async (what, target) => {
  const tree = await repository('lib/Dep.sol', target)
  const { listing } = await pack(tree, 'lib/Dep.sol')
  expect(listing.layers).toEqual([])
  expect(listing.withheld).toEqual([{ path: 'lib/Dep.sol', why: `links to what looks like: ${what}` }])
})

test('a configured folder of another place hides no secret: the whole way through the repository counts', async () => {
  const { top, root } = await repository('lib/Dep.sol', '../../.git/config')
  const project = builtProject(root, { dependencies: ['lib/Dep.sol'] }, { linkedSources: { top, paths: new Set() } })
  const { listing } = await packLayers(project, { linkRoots: [join(top, '.git')] })
  expect(listing.layers).toEqual([])
})

test('a source that is a link into the repository ships by its own path, with one digest wherever the link leads', async () => {
  const linked = await repository('lib/dep', '../../shared')
  const elsewhere = await repository('lib/dep', '../../node_modules/.pnpm/dep@1.0.0')
  await mkdir(join(elsewhere.top, 'node_modules/.pnpm'), { recursive: true })
  await symlink('../../shared', join(elsewhere.top, 'node_modules/.pnpm/dep@1.0.0'))
  const plain = await writeTree({ 'lib/dep/Dep.sol': 'contract Dep {}' })
  trees.push(plain)
  const packs = [
    await pack(linked, 'lib/dep/Dep.sol'),
    await pack(elsewhere, 'lib/dep/Dep.sol'),
    await packLayers(builtProject(plain, { dependencies: ['lib/dep/Dep.sol'] })),
  ]
  expect(packs[0]!.listing.layers[0]!.files).toEqual([{ path: 'lib/dep/Dep.sol', bytes: 15 }])
  expect(new Set(packs.map(({ project }) => project)).size).toBe(1)
  expect(new Set(packs.map(({ layers }) => layers[0]!.digest)).size).toBe(1)
})
