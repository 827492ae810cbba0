import { sha256 } from '../protocol/digest.ts'
import type { FindingCall } from '../protocol/finding.ts'
import type { Report, ReportFinding } from './report.ts'

const alice = '0x00000000000000000000000000000000000A11cE'
const worker = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'

/** Two calls: one decoded with value, one raw after a wait. For tests. */
export const sequenceCalls: FindingCall[] = [
  {
    sender: alice,
    to: worker,
    calldata: '0x01',
    contract: 'test/Handler.sol:Handler',
    signature: 'deposit(uint256)',
    args: '100',
    valueWei: '1500000000000000000',
    warpSeconds: '0',
    rollBlocks: '0',
  },
  {
    sender: alice,
    to: worker,
    calldata: '0xdeadbeef',
    contract: null,
    signature: null,
    args: null,
    valueWei: '5',
    warpSeconds: '3700',
    rollBlocks: '300',
  },
]

/** A finding of a sequence, for tests. */
export const sequenceFinding: ReportFinding = {
  id: 'F-1a2b3c4d',
  title: 'VaultInvariants.invariant_solvent()',
  contract: 'VaultInvariants',
  test: 'invariant_solvent()',
  kind: 'invariant',
  finding: {
    target: 'test/Vault.t.sol:VaultInvariants:invariant_solvent()',
    reason: 'vault owes more than it holds: 100 > 99',
    input: {
      kind: 'sequence',
      originalLength: 61,
      calls: sequenceCalls,
    },
  },
  property: { path: 'test/Vault.t.sol', line: 40 },
  failure: { path: 'src/Vault.sol', line: 112 },
  replays: 3,
  reproduced: 3,
  trace: '[100] VaultInvariants::invariant_solvent()\n  \u2514\u2500 \u2190 [Revert] vault owes more than it holds',
  repro: {
    fileName: 'VaultInvariants_invariant_solvent_1a2b3c4d.t.sol',
    source: 'contract Repro {\n  // `fails`\n}\n',
    forgeCommand: 'forge test --match-path test/VaultInvariants_invariant_solvent_1a2b3c4d.t.sol',
  },
  reproImpossible: null,
  replayCommand: 'fuzzburst replay F-1a2b3c4d',
  slices: [
    { shard: 0, k: 3, worker },
    { shard: 2, k: 0, worker: other },
  ],
  origin: 'new',
  originWhy: 'The base commit 89abcdef0123 does not fail on this input.',
}

/** A finding of a single input, for tests. */
export const singleFinding: ReportFinding = {
  ...sequenceFinding,
  id: 'F-00c0ffee',
  title: 'VaultTest.testFuzz_round(uint256,address)',
  contract: 'VaultTest',
  test: 'testFuzz_round(uint256,address)',
  kind: 'fuzz',
  finding: {
    target: 'test/Vault.t.sol:VaultTest:testFuzz_round(uint256,address)',
    reason: 'assertion failed: 3 != 4',
    input: { kind: 'single', calldata: '0x1234', args: '(3, 0x0000000000000000000000000000000000000001)' },
  },
  failure: null,
  property: { path: 'test/Vault.t.sol', line: 17 },
  replays: 3,
  reproduced: 2,
  trace: '',
  repro: null,
  reproImpossible: 'the contract has no default constructor',
  replayCommand: 'fuzzburst replay F-00c0ffee',
  slices: [{ shard: 1, k: 0, worker: null }],
  origin: 'pre-existing',
  originWhy: 'The base commit 89abcdef0123 fails on this input too.',
}

/** A burst on the pool with two findings, one mismatch and one target that did not run, for tests. */
export const sampleReport: Report = {
  v: 1,
  tool: { name: 'fuzzburst', version: '0.1.0' },
  verdict: 'failed',
  superseded: false,
  corpus: null,
  verdictReasons: ['1 target needs a fork and did not run.'],
  mode: 'pool',
  fallbackReason: null,
  project: { name: 'vault', digest: sha256('project'), commit: '0123456789abcdef0123456789abcdef01234567' },
  job: sha256('job'),
  startedAt: 1_800_000_000,
  finishedAt: 1_800_000_200,
  engine: { name: 'forge', version: '1.7.1', userVersion: '1.5.0' },
  findings: [sequenceFinding, singleFinding],
  selection: { kind: 'affected', chosen: 4, of: 9, why: 'The change can affect 4 of 9 targets.' },
  earlier: { replayed: 2, passed: [{ id: 'F-0000beef', title: 'VaultTest.testFuzz_old: too much' }] },
  timeline: [
    { second: 0, executions: 0, findings: 0 },
    { second: 60, executions: 400_000, findings: 1 },
    { second: 130, executions: 900_000, findings: 1 },
    { second: 200, executions: 1_247_866, findings: 2 },
  ],
  unconfirmed: [{ target: 'test/Vault.t.sol:VaultTest:testFuzz_odd(uint8)', reason: 'odd', slice: '4/2' }],
  targets: [
    {
      id: 'test/Vault.t.sol:VaultInvariants:invariant_solvent()',
      kind: 'invariant',
      property: { path: 'test/Vault.t.sol', line: 40 },
      status: 'failed',
      executions: 1_234_567,
      where: 'pool',
      why: null,
    },
    {
      id: 'test/Vault.t.sol:VaultTest:testFuzz_round(uint256,address)',
      kind: 'fuzz',
      property: { path: 'test/Vault.t.sol', line: 17 },
      status: 'failed',
      executions: 12_300,
      where: 'pool',
      why: null,
    },
    {
      id: 'test/Vault.t.sol:VaultTest:testFuzz_id(uint256)',
      kind: 'fuzz',
      property: { path: 'test/Vault.t.sol', line: 21 },
      status: 'passed',
      executions: 999,
      where: 'runner',
      why: 'low-entropy',
    },
    {
      id: 'test/Fork.t.sol:ForkTest:testFuzz_price(uint256)',
      kind: 'fuzz',
      property: { path: 'test/Fork.t.sol', line: 9 },
      status: 'not-run',
      executions: 0,
      where: 'runner',
      why: 'fork',
    },
  ],
  notes: [{ kind: 'ffi-on', text: 'foundry.toml turns ffi on; it is off in slices.' }],
  cut: [{ by: 'max-time', text: '120 s on 2 workers hold 240 s of the 600 s that were asked for.' }],
  work: {
    shards: 5,
    shardsDone: 5,
    slices: 40,
    slicesDone: 39,
    executions: 1_247_866,
    cpuSeconds: 281.4,
    limited: [{ shard: 3, k: 7, what: 'memory limit' }],
  },
  audit: {
    slicesAudited: 2,
    slicesAuditedByOthers: 0,
    slicesDelivered: 40,
    mismatches: [{ lease: sha256('lease'), worker: other, k: 4, text: 'another result digest' }],
    alpha: 0.05,
    bound: 'A worker that fakes a quarter of one shard would have been met with 99% within 29 shards.',
    verifyCommand: `fuzzburst verify ${sha256('job')} --relay https://relay.example`,
  },
  audits: [
    {
      lease: sha256('lease'),
      worker: other,
      shard: 3,
      k: 4,
      why: 'promised',
      outcome: 'cheated',
      text: 'another result digest',
    },
  ],
  workers: [
    { worker, slicesDone: 32, earnedUnits: 80_000n, cpuSeconds: 222.2, refused: [] },
    {
      worker: other,
      slicesDone: 8,
      earnedUnits: 0n,
      cpuSeconds: 59,
      refused: [{ slot: 3, reason: 'auditMismatch', text: 'slice 4 did not agree' }],
    },
  ],
  money: {
    symbol: 'tUSDC',
    decimals: 6,
    lockedUnits: 1_250_000n,
    paidUnits: 80_000n,
    relayerFeeUnits: 1_000n,
    refundUnits: 1_169_000n,
    balanceUnits: 98_750_000n,
    caps: [
      { name: 'max-spend', capUnits: 2_500_000n, leftUnits: 2_419_000n },
      { name: 'max-spend-per-pr', capUnits: 10_000_000n, leftUnits: 7_200_000n },
      { name: 'max-spend-per-day', capUnits: 25_000_000n, leftUnits: 21_750_000n },
      { name: 'key-per-day', capUnits: 50_000_000n, leftUnits: 46_750_000n },
    ],
    unitsPerFuzzHour: 1_023_454n,
    transactions: [{ what: 'settled', hash: sha256('transaction') }],
  },
}

/** The same burst with one text put into every field that others write. For tests. */
export function reportFilledWith(text: string): Report {
  const short = (length: number): string => {
    const cut = text.slice(0, length)
    return cut.isWellFormed() ? cut : cut.slice(0, -1)
  }
  const fill = (finding: ReportFinding): ReportFinding => ({
    ...finding,
    title: text,
    contract: text,
    test: text,
    finding: {
      target: text,
      reason: text,
      input:
        finding.finding.input.kind === 'single'
          ? { ...finding.finding.input, args: text }
          : {
              ...finding.finding.input,
              calls: finding.finding.input.calls.map((call) => ({
                ...call,
                contract: text,
                signature: text,
                args: text,
              })),
            },
    },
    property: { path: text, line: 1 },
    failure: { path: text, line: 2 },
    trace: text,
    repro: finding.repro && { fileName: short(255), source: text, forgeCommand: text },
    reproImpossible: finding.reproImpossible && text,
    replayCommand: text,
    originWhy: text.slice(0, 1_000).toWellFormed(),
  })
  return {
    ...sampleReport,
    verdictReasons: [text],
    fallbackReason: text,
    project: { ...sampleReport.project, name: text, commit: short(64) },
    engine: { name: text, version: text, userVersion: `${text}!` },
    findings: sampleReport.findings.map(fill),
    selection: sampleReport.selection && { ...sampleReport.selection, why: text },
    earlier: { replayed: 1, passed: [{ id: 'F-0000beef', title: text }] },
    unconfirmed: [{ target: text, reason: text, slice: text }],
    targets: sampleReport.targets.map((target) => ({ ...target, id: text, property: { path: text, line: 3 } })),
    notes: [{ kind: text, text }],
    cut: [{ by: text, text }],
    work: { ...sampleReport.work, limited: [{ shard: 0, k: 0, what: text }] },
    audit: {
      ...sampleReport.audit,
      bound: text,
      mismatches: sampleReport.audit.mismatches.map((mismatch) => ({ ...mismatch, text })),
      verifyCommand: text,
    },
    audits: sampleReport.audits.map((entry) => ({ ...entry, text })),
    workers: sampleReport.workers.map((one) => ({
      ...one,
      refused: one.refused.map((refusal) => ({ ...refusal, reason: text, text })),
    })),
    money: sampleReport.money && {
      ...sampleReport.money,
      symbol: short(32),
      transactions: [{ what: text, hash: sha256('transaction') }],
    },
  }
}
