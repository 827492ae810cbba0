import { describe, expect, test } from 'vitest'
import { FIRST_AUDIT_SHARD } from '../protocol/auditShard.ts'
import { sha256 } from '../protocol/digest.ts'
import { zeroBytes32 } from '../protocol/primitives.ts'
import type { SliceRecord } from '../protocol/results.ts'
import type { AuditEntry, Publication } from '../protocol/transcript.ts'
import { checkAuditors } from './checkAuditors.ts'
import type { OpenedLease } from './openLease.ts'

const [ada, bob] = [`0x${'a1'.repeat(20)}`, `0x${'b2'.repeat(20)}`] as const
const [audited, auditor] = [sha256('audited'), sha256('auditor')]

function record(k: number, evidence: string): SliceRecord {
  const target = { target: 'T', status: 'passed' as const, executions: 1, evidence: sha256(evidence), finding: null }
  const result = { v: 1 as const, outcome: { kind: 'completed' as const }, executions: 1, targets: [target] }
  return { k, salt: zeroBytes32, corpusDigest: zeroBytes32, cpuMs: 1, result }
}

/** Slices 1 and 2 of Ada's shard 0, run again by Bob. */
function finished() {
  const audits: AuditEntry[] = [1, 2].map((k, i) => ({
    ...{ lease: audited, worker: ada, shard: 0, k, why: 'promised', outcome: 'agreed', text: '' },
    auditor: { lease: auditor, k: i },
  }))
  const leases = [
    { lease: audited, shard: 0, message: { worker: ada as string }, determinismClass: sha256('class') },
    { lease: auditor, shard: FIRST_AUDIT_SHARD, message: { worker: bob as string }, determinismClass: sha256('class') },
  ]
  const places = [1, 2].map((k) => ({ lease: audited, shard: 0, k }))
  const auditShards = [{ index: FIRST_AUDIT_SHARD, places }]
  const lines = [audited, auditor].map((lease) => ({ lease, reason: 'full' as string }))
  return { transcript: { audits, leases, auditShards }, settlement: { lines } }
}

function results(change: (slices: SliceRecord[]) => SliceRecord[] = (slices) => slices): Map<string, OpenedLease> {
  return new Map<string, OpenedLease>([
    [audited, { kind: 'opened', slices: ['0', '1', '2'].map((name, k) => record(k, name)) }],
    [auditor, { kind: 'opened', slices: change(['1', '2'].map((name, k) => record(k, name))) }],
  ])
}

function problems(
  bend: (job: ReturnType<typeof finished>) => void,
  opened: Map<string, OpenedLease> = results(),
): string[] {
  const job = finished()
  bend(job)
  const texts: string[] = []
  checkAuditors(job as unknown as Publication, opened, ({ text }) => texts.push(text))
  return texts
}

describe('an audit by another worker', () => {
  test('is none when it is of another slice, or names a lease that is not here', () => {
    const moved = problems(({ transcript }) => {
      transcript.audits[0]!.k = 0
    })
    expect(moved).toContain('the audit of slice 0 names another slice')
    const lost = problems(({ transcript }) => {
      transcript.leases.pop()
    })
    expect(lost[0]).toBe('the audit of slice 1 names a lease that is not here')
    const unasked = problems(({ transcript }) => {
      transcript.auditShards = []
    })
    expect(unasked[0]).toBe('the audit of slice 1 names another slice')
  })

  test('is none when the audited worker did it, or one of another class, or when it did not agree', () => {
    const own = problems(({ transcript }) => {
      transcript.leases[1]!.message.worker = ada
    })
    expect(own[0]).toBe('the audit of slice 1 is by the audited worker itself')
    const foreign = problems(({ transcript }) => {
      transcript.leases[1]!.determinismClass = sha256('another class')
    })
    expect(foreign[0]).toBe('the audit of slice 1 is by a worker of another determinism class')
    const convicted = problems(({ transcript }) => {
      transcript.audits[1]!.outcome = 'cheated'
    })
    expect(convicted[0]).toBe('the audit of slice 2 was no agreement, and the requester did not run it itself')
  })

  test('is none when the two results differ', () => {
    const opened = results(([first]) => [first!, record(1, 'guessed')])
    expect(problems(() => undefined, opened)).toEqual([
      'the audit of slice 2 is called agreed, and the two results differ',
    ])
  })

  test('of a worker that was refused counts only when the requester ran the slice itself as well', () => {
    const refused = (job: ReturnType<typeof finished>): void => {
      job.settlement.lines[1]!.reason = 'auditMismatch'
    }
    expect(problems(refused).length).toBe(2)
    const rerun = problems((job) => {
      refused(job)
      const again = job.transcript.audits.map(({ auditor: _other, ...audit }) => ({
        ...audit,
        why: 'disputed' as const,
      }))
      job.transcript.audits.push(...again)
    })
    expect(rerun).toEqual([])
  })

  test('of an audit is none: those the requester looks at itself', () => {
    const texts = problems(({ transcript }) => {
      transcript.leases[0]!.shard = FIRST_AUDIT_SHARD + 1
    })
    expect(texts).toContain('the audit of slice 1 is of an audit: those are for the requester itself')
  })

  test('under a number that two audit shards share is complained of', () => {
    const texts = problems(({ transcript }) => {
      transcript.auditShards.push(transcript.auditShards[0]!)
    })
    expect(texts[0]).toBe('two audit shards have one number')
  })

  test('that agrees is one, whether its results can be seen or not', () => {
    expect(problems(() => undefined)).toEqual([])
    expect(problems(() => undefined, new Map([[audited, { kind: 'sealed' }]]))).toEqual([])
  })
})
