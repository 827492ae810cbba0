import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { TAR_END } from '../bundle/tarHeader.ts'
import { sha256 } from '../protocol/digest.ts'
import { toWire } from '../protocol/primitives.ts'
import type { CarriedBuild } from '../requester/carriedBuild.ts'
import { shim } from '../sandbox/shim.ts'
import { readPlanZip } from './artifactPlan.ts'

const layer = gzipSync(TAR_END)
const target = {
  id: 'test/Vault.t.sol:VaultTest:testFuzz_deposit(uint256)',
  kind: 'fuzz' as const,
  path: 'test/Vault.t.sol',
  contract: 'VaultTest',
  test: 'testFuzz_deposit(uint256)',
  line: 7,
  inline: { runs: null, depth: null },
}
const build: CarriedBuild = {
  v: 1,
  engine: { name: 'forge', version: '1.7.1', binaries: shim.binaries },
  shim,
  layers: [{ kind: 'project', digest: sha256(layer), bytes: layer.length, unpackedBytes: TAR_END.length }],
  profile: 'default',
  env: {},
  targets: [target],
  runnerOnly: [],
  unitTests: [],
  notes: [],
  affected: null,
  userForgeVersion: null,
}
const claim = { repository: 'octo/vault', pull: 2, head: 'a'.repeat(40) }

type Files = Record<string, Uint8Array | string>
const zip = (files: Files): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)])), {
    level: 0,
  })
const plan = (more: object = {}): string => toWire({ v: 1, claim, build: { ...build, ...more } })
const honest: Files = { 'plan.json': plan(), 'project.layer': layer }

/** A stored zip of one name given twice: no library writes that. */
function twice(): Uint8Array {
  const one = zip({ 'plan.json': plan(), 'plan.jsom': plan(), 'project.layer': layer })
  return Buffer.from(Buffer.from(one).toString('latin1').replaceAll('plan.jsom', 'plan.json'), 'latin1')
}

/** An archive that announces fewer bytes than its file inflates to. */
function liar(): Uint8Array {
  const bytes = Buffer.from(zipSync({ 'plan.json': new Uint8Array(8 * 2 ** 20) }))
  const central = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  bytes.writeUInt32LE(16, central + 24)
  return bytes
}

/** The archive with a file's mode turned into that of a symbolic link. */
function link(): Uint8Array {
  const bytes = Buffer.from(zip({ 'plan.json': '/etc/passwd', 'project.layer': layer }))
  const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  bytes.writeUInt32LE((0o120777 << 16) >>> 0, central + 38)
  return bytes
}

test.each<[string, Uint8Array]>([
  ['no archive', Buffer.from('PK nothing')],
  ['an empty archive', zip({})],
  ['a path that climbs', zip({ ...honest, '../../plan.json': '{}' })],
  ['an absolute path', zip({ ...honest, '/etc/cron.d/x': 'x' })],
  ['a path of another system', zip({ ...honest, 'C:\\plan.json': 'x' })],
  ['a huge name', zip({ ...honest, ['n'.repeat(60_000)]: 'x' })],
  ['a name of an object', zip({ ...honest, __proto__x: 'x', constructor: 'x' })],
  ['a link', link()],
  ['one name twice', twice()],
  ['a bomb', zip({ ...honest, 'plan.json': new Uint8Array(17 * 2 ** 20) })],
  ['less than it inflates to', liar()],
  ['no plan', zip({ 'project.layer': layer })],
  ['no JSON', zip({ ...honest, 'plan.json': '{' })],
  ['no UTF-8', zip({ ...honest, 'plan.json': new Uint8Array([0xff, 0xfe]) })],
  ['a field too many', zip({ ...honest, 'plan.json': plan({ invocations: [] }) })],
  ['a layer too few', zip({ 'plan.json': plan() })],
  ['a profile that is a path', zip({ ...honest, 'plan.json': plan({ profile: '../../x' }) })],
  ['a setting of another program', zip({ ...honest, 'plan.json': plan({ env: { LD_PRELOAD: '/tmp/x.so' } }) })],
  ['a target with a path that climbs', zip({ ...honest, 'plan.json': plan({ targets: [moved('../../x.sol')] }) })],
  [
    'a target under another id',
    zip({ ...honest, 'plan.json': plan({ targets: [{ ...target, id: 'x:Y:test(uint8)' }] }) }),
  ],
  [
    'a contract that is an option',
    zip({
      ...honest,
      'plan.json': plan({ targets: [{ ...target, contract: '--ffi', id: `${target.path}:--ffi:${target.test}` }] }),
    }),
  ],
  [
    'a pull request that is none',
    zip({ ...honest, 'plan.json': toWire({ v: 1, claim: { ...claim, pull: -1 }, build }) }),
  ],
])('a plan that holds %s is refused', (_what, bytes) => {
  expect(() => readPlanZip(bytes)).toThrow(expect.objectContaining({ code: 'FB7011' }))
})

function moved(path: string): object {
  return { ...target, path, id: `${path}:${target.contract}:${target.test}` }
}

test('an honest plan is read whole', () => {
  const read = readPlanZip(zip(honest))
  expect(read).toMatchObject({ claim, build })
  expect(read.blobs.get(sha256(layer))).toEqual(new Uint8Array(layer))
})
