import fc from 'fast-check'
import { expect, test } from 'vitest'
import { affectedBy, readImportGraph } from './dependents.ts'

const graph = new Map([
  ['src/Math.sol', []],
  ['src/Vault.sol', ['src/Math.sol']],
  ['src/Other.sol', []],
  ['test/Base.sol', ['src/Vault.sol']],
  ['test/Vault.t.sol', ['test/Base.sol']],
  ['test/Other.t.sol', ['src/Other.sol']],
  ['test/Named.t.sol', []],
  ['../shared/Types.sol', []],
  ['test/Shared.t.sol', ['../shared/Types.sol']],
])
const edited = (path: string) => ({ path, kind: 'edited' as const })
const none = new Set<string>()

test.each([
  ['a submodule', { path: 'lib/solmate', kind: 'submodule' as const }, 'the submodule lib/solmate changed'],
  ['settings', edited('foundry.toml'), 'foundry.toml changed'],
  ['remappings', edited('remappings.txt'), 'remappings.txt changed'],
  ['data that a test may read', edited('test/fixtures/prices.json'), 'test/fixtures/prices.json changed'],
  ['a deleted source', { path: 'src/Gone.sol', kind: 'deleted' as const }, 'src/Gone.sol was deleted'],
  [
    'a source that was not compiled',
    edited('script/New.sol'),
    'script/New.sol is not among the sources that were compiled',
  ],
  ['a lock file above the project', edited('../package-lock.json'), '../package-lock.json changed'],
  ['another compiler', edited('src/Old.vy'), 'src/Old.vy changed'],
])('%s can affect everything, and it says why', (_what, file, why) => {
  expect(affectedBy(graph, [edited('README.md'), file], none)).toEqual({ kind: 'all', why })
})

test.each([
  [['README.md', '.github/workflows/fuzz.yml', 'LICENSE', '../web/index.ts', '../other/src/A.sol'], []],
  [['src/Other.sol'], ['src/Other.sol', 'test/Other.t.sol']],
  [['src/Math.sol'], ['src/Math.sol', 'src/Vault.sol', 'test/Base.sol', 'test/Vault.t.sol']],
  [['test/Base.sol'], ['test/Base.sol', 'test/Vault.t.sol']],
  [['../shared/Types.sol'], ['../shared/Types.sol', 'test/Shared.t.sol']],
])('changing %j can affect %j', (paths, expected) => {
  const affected = affectedBy(graph, paths.map(edited), none)
  expect(affected.kind === 'affected' && [...affected.paths].sort()).toEqual([...expected].sort())
})

test('what loads contracts by name is affected by any source, and by no documentation', () => {
  const loaders = new Set(['test/Named.t.sol'])
  expect(affectedBy(graph, [edited('src/Other.sol')], loaders)).toMatchObject({
    paths: new Set(['src/Other.sol', 'test/Other.t.sol', 'test/Named.t.sol']),
  })
  expect(affectedBy(graph, [edited('README.md')], loaders)).toMatchObject({ paths: new Set() })
})

test('whatever imports an affected source is affected, and nothing else is', () => {
  const name = fc.integer({ min: 0, max: 9 }).map((i) => `s${i}.sol`)
  const graphs = fc
    .array(fc.tuple(name, fc.array(name, { maxLength: 3 })), { maxLength: 12 })
    .map((pairs) => new Map(pairs))
  fc.assert(
    fc.property(graphs, name, (any, changed) => {
      const affected = affectedBy(any, [{ path: changed, kind: 'edited' }], none)
      if (affected.kind === 'all') {
        expect(any.has(changed)).toBe(false)
        return
      }
      for (const [source, imports] of any) {
        const reaches = source === changed || imports.some((one) => affected.paths.has(one))
        expect([source, affected.paths.has(source)]).toEqual([source, reaches])
      }
    }),
  )
})

test('the graph is read from what forge writes, names like __proto__ included, and refused when it is something else', () => {
  const text = '{"files":{"a.sol":{"imports":["b.sol"]},"b.sol":{},"__proto__":{"imports":[]}}}'
  expect([...readImportGraph(text)]).toEqual([
    ['a.sol', ['b.sol']],
    ['b.sol', []],
    ['__proto__', []],
  ])
  for (const wrong of ['', '{}', '{"files":[]}', '{"files":{"a.sol":{"imports":[1]}}}'])
    expect(() => readImportGraph(wrong)).toThrow()
})
