import { privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { sha256 } from '../protocol/digest.ts'
import { leafHash } from '../protocol/leaf.ts'
import type { Root } from '../protocol/messages.ts'
import { zeroBytes32 } from '../protocol/primitives.ts'
import type { ShardResults, SliceRecord } from '../protocol/results.ts'
import { shardRoot } from '../protocol/shardRoot.ts'
import { type ShardSpec, shardSpecDigest } from '../protocol/shardSpec.ts'
import { sliceResultDigest } from '../protocol/sliceResult.ts'
import { checkResults } from './checkResults.ts'

const worker = privateKeyToAccount(sha256('worker')).address
const other = privateKeyToAccount(sha256('other')).address
const lease = sha256('lease')
const targets = ['t/A.sol:A:testFuzz_a(uint256)', 't/A.sol:A:testFuzz_b(uint256)']
const program = { name: 'forge', version: '1.7.1', binaries: { 'linux-x64': sha256('forge') } }
const spec: ShardSpec = {
  v: 1,
  job: sha256('job'),
  index: 0,
  engine: program,
  shim: program,
  layers: [{ kind: 'project', digest: sha256('layer'), bytes: 1, unpackedBytes: 1 }],
  corpus: null,
  invocation: {
    engine: 'forge',
    profile: 'default',
    matchPath: null,
    matchContract: null,
    matchTest: null,
    targets,
    fuzzRuns: 5,
    invariantRuns: 1,
    invariantDepth: 1,
    corpus: false,
    env: {},
  },
  limits: {
    cpuSeconds: 60,
    wallSeconds: 60,
    memoryBytes: 2 ** 30,
    processes: 8,
    fileBytes: 2 ** 20,
    outputBytes: 2 ** 20,
  },
  seeds: [sha256('0'), sha256('1'), sha256('2')],
}

function record(k: number): SliceRecord {
  return {
    k,
    salt: sha256(`salt ${k}`),
    corpusDigest: zeroBytes32,
    cpuMs: 10,
    result: {
      v: 1,
      outcome: { kind: 'completed' },
      executions: 10,
      targets: targets.map((target) => ({
        target,
        status: 'passed',
        executions: 5,
        evidence: sha256(`${target} ${k}`),
        finding: null,
      })),
    },
  }
}

function rootOf(records: readonly SliceRecord[], by = worker): Root {
  const leaves = records.map((one) =>
    leafHash({
      specDigest: shardSpecDigest(spec),
      worker: by,
      k: one.k,
      executions: one.result.executions,
      resultDigest: sliceResultDigest(one.result),
      corpusDigest: one.corpusDigest,
      salt: one.salt,
    }),
  )
  const root = shardRoot(leaves, spec.seeds.length)
  return { job: spec.job, lease, specDigest: shardSpecDigest(spec), root, done: records.length }
}

const records = [record(0), record(1), record(2)]
const results: ShardResults = { v: 1, lease, slices: records }
const check = (changed: Partial<ShardResults>, root = rootOf(records), by = worker) =>
  checkResults({ ...results, ...changed }, { lease, worker: by, root, spec })

test('results with one changed figure, salt or verdict do not hash up to the root', () => {
  const first = records[0]!
  const bent: SliceRecord[] = [
    { ...first, salt: sha256('x') },
    { ...first, corpusDigest: sha256('x') },
    { ...first, result: { ...first.result, executions: 11 } },
    {
      ...first,
      result: {
        ...first.result,
        targets: [{ ...first.result.targets[0]!, status: 'failed' }, first.result.targets[1]!],
      },
    },
  ]
  for (const one of bent) expect(check({ slices: [one, ...records.slice(1)] })).toMatchObject({ ok: false })
})

test('another worker’s leaves are worth nothing under this worker’s name', () => {
  expect(check({}, rootOf(records), other)).toEqual({ ok: false, why: 'the leaves do not hash up to the signed root' })
})

test('results of another lease, out of order, too few, too many, or without a target are refused', () => {
  expect(check({ lease: sha256('other lease') })).toMatchObject({ ok: false })
  expect(check({ slices: [records[1]!, records[0]!, records[2]!] })).toMatchObject({ ok: false })
  expect(check({ slices: records.slice(0, 2) })).toMatchObject({ ok: false })
  const four = [...records, record(3)]
  expect(check({ slices: four }, { ...rootOf(records), done: 4 })).toMatchObject({ ok: false })
  const bare = { ...record(0), result: { ...record(0).result, targets: record(0).result.targets.slice(0, 1) } }
  const shown = [bare, records[1]!, records[2]!]
  expect(check({ slices: shown }, rootOf(shown))).toEqual({ ok: false, why: 'slice 0: 1 targets of 2' })
})

test('what the worker signed is accepted, whole or in part', () => {
  expect(check({})).toEqual({ ok: true })
  const part = records.slice(0, 2)
  expect(check({ slices: part }, rootOf(part))).toEqual({ ok: true })
})
