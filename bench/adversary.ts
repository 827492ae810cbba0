import { parseArgs } from 'node:util'
import { type Relayed, relayedJob } from './lib/adversary/relayed.ts'
import { truth } from './lib/adversary/truth.ts'
import { bentKinds, type HonestRow, measureHonest, measureKind, type VolumeRow } from './lib/adversary/volume.ts'

/**
 * Six kinds of cheating worker against what is there to meet them, in three layers, because no machine runs 10,000 shards of
 * real fuzzing in minutes:
 * - volume: the requester's judge, ledger, picks, rates and cryptography are real; the engine is a stub; there is no relay
 * - relay: a whole job over HTTP through the real relay with the real requester; the engine is a stub
 * - truth: chain, relay, workers as processes, forge in the sandbox: all real (not with --quick)
 * Each layer is printed as soon as it is done; `--only LAYER` leaves the others out.
 */
const layers = ['volume', 'relay', 'truth'] as const
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    shards: { type: 'string' },
    /** Of the volume layer: kinds by a part of their name, and sizes such as `12` or `64new`, so that long runs fit into pieces. */
    kinds: { type: 'string' },
    sizes: { type: 'string' },
    honest: { type: 'string' },
    only: { type: 'string', multiple: true, default: [...layers] },
  },
})
const say = (line: string): void => {
  if (!values.json) process.stderr.write(`${line}\n`)
}

/** Shards of the volume layer in all. */
const volumeShards = Number(values.shards ?? (values.quick ? 800 : 10_000))
const honestSlices = Number(values.honest ?? (values.quick ? 10_000 : 100_000))
const relayShards = values.quick ? 40 : 200
const isWanted = (layer: (typeof layers)[number]): boolean => values.only.includes(layer)
const print = (lines: readonly string[]): void => {
  if (!values.json) process.stdout.write(`${lines.join('\n')}\n\n`)
}

const rows: VolumeRow[] = []
let honest: HonestRow | null = null
if (isWanted('volume')) {
  if (honestSlices > 0) {
    say(`volume: ${honestSlices} honest slices …`)
    honest = await measureHonest(64, honestSlices)
    print([
      `Honest: ${honest.slices} slices in ${honest.shards} shards, ${percent(honest.audited / honest.slices)} run again, ${honest.accused} workers accused, ${honest.unpaid} shards unpaid`,
    ])
  }
  const plan = [
    ...bentKinds.map((cheat) => ({ cheat, slices: 64, record: 'known' as const, part: 0.085 })),
    ...bentKinds.map((cheat) => ({ cheat, slices: 64, record: 'new' as const, part: 0.015 })),
    ...bentKinds.map((cheat) => ({ cheat, slices: 12, record: 'known' as const, part: 0.025 })),
  ]
  const kinds = values.kinds?.split(',')
  const sizes = values.sizes?.split(',')
  for (const { cheat, slices, record, part } of plan) {
    const size = `${slices}${record === 'new' ? 'new' : ''}`
    if (kinds?.some((kind) => cheat.name.includes(kind)) === false || sizes?.includes(size) === false) continue
    say(`volume: ${cheat.name}, K = ${slices}, ${record} workers …`)
    rows.push(await measureKind(cheat, slices, record, Math.ceil(volumeShards * part)))
  }
  print(volumeTable())
}
let relayed: Relayed | null = null
if (isWanted('relay')) {
  say(`relay: ${relayShards} shards …`)
  relayed = await relayedJob(relayShards)
  print(relayTable(relayed))
}
const real = values.quick || !isWanted('truth') ? [] : await truth(say)
if (real.length > 0) print(truthTable())
if (values.json) process.stdout.write(`${JSON.stringify({ volume: rows, honest, relay: relayed, truth: real })}\n`)

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}

function volumeTable(): string[] {
  const head = ['kind', 'K', 'worker', 'shards', 'caught', 'median', 'formula', 'p99', 'formula', 'paid', 'audits']
  const body = rows.map((row) => [
    ...[row.kind, String(row.slices), row.record, String(row.shards), `${row.struck}/${row.workers}`],
    ...[row.median, row.formulaMedian, row.p99, row.formulaP99].map(String),
    ...[percent(row.paidShare), percent(row.auditShare)],
  ])
  return [
    'Volume: shards to detection (real judge, ledger, picks and cryptography; stub engine; no relay)',
    ...aligned([head, ...body]),
  ]
}

function relayTable(relayed: Relayed): string[] {
  const body = relayed.rows.map((row) => [
    ...[row.kind, String(row.leases), String(row.paidShards), row.struck ? 'yes' : 'no'],
    Object.entries(row.reasons)
      .map(([reason, count]) => `${count} ${reason}`)
      .join(', '),
  ])
  return [
    `Relay: one job of ${relayed.shards} shards, K = 64, through the real relay over HTTP (stub engine), ${relayed.seconds.toFixed(0)} s, ${percent(relayed.auditShare)} run again, ${relayed.runHere} shards left to the requester`,
    ...aligned([['kind', 'leases', 'paid', 'struck', 'why'], ...body]),
  ]
}

function truthTable(): string[] {
  const body = real.map((row) => [row.kind, row.caught ? 'yes' : 'no', row.reasons.join(', '), row.findings])
  return [
    'Truth: a burst each with real chain, relay, workers and forge',
    ...aligned([['kind', 'caught', 'why', 'findings still found'], ...body]),
  ]
}

function aligned(table: readonly (readonly string[])[]): string[] {
  const widths = table[0]!.map((_cell, i) => Math.max(...table.map((row) => row[i]!.length)))
  return table.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  )
}
