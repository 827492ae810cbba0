import { posix } from 'node:path'
import { z } from 'zod'
import { memberPathProblem } from '../bundle/memberPath.ts'
import type { PackedLayers } from '../bundle/packLayers.ts'
import type { Affected, Target } from '../engines/engine.ts'
import { readTargetId, testKind } from '../engines/forge/targetId.ts'
import { zHostileText } from '../protocol/finding.ts'
import { zCount } from '../protocol/primitives.ts'
import { zForgeInvocation, zLayer, zPinnedProgram } from '../protocol/shardSpec.ts'
import { shim } from '../sandbox/shim.ts'
import type { BurstDeps } from './burstDeps.ts'
import type { BurstRequest } from './burstRequest.ts'
import type { BurstOptions } from './options.ts'
import { buildProject } from './prepareBurst.ts'

/** Targets of one project; 16 public projects had 715 at most. */
const TARGETS_LIMIT = 20_000
/** Words of a note or a reason, in UTF-16 units. */
const NOTE_LIMIT = 2_000

const zTarget = z
  .strictObject({
    id: zHostileText,
    kind: z.enum(['fuzz', 'invariant']),
    path: zHostileText,
    // What forge may call a contract when several compilers built it: `Vault.0.8.20`.
    contract: z.string().regex(/^[A-Za-z_$][\w$.]{0,1000}$/),
    test: z.string().regex(/^[A-Za-z_$][\w$]{0,1000}\([\w$,[\]()]{0,4000}\)$/),
    line: zCount.nullable(),
    inline: z.strictObject({ runs: zCount.nullable(), depth: zCount.nullable() }),
  })
  .refine(isConsistent, 'is no target of a project')

function isConsistent({ id, path, contract, test, kind }: Target): boolean {
  const named = readTargetId(id)
  return (
    named?.path === path &&
    named.contract === contract &&
    named.test === test &&
    testKind(test) === kind &&
    posix.normalize(path) === path &&
    memberPathProblem(path) === null
  )
}

const zNote = z.strictObject({
  kind: z.enum([
    ...['ffi-on', 'fs-permissions', 'forge-version', 'unit-test-failed', 'unit-test-skipped'],
    ...['timeout-neutralised', 'inline-budget', 'setting-stripped', 'legacy-test-fail', 'reach', 'other'],
  ] as const),
  text: z.string().max(NOTE_LIMIT),
})

/**
 * A built project as one machine hands it to another, besides its layers: what a burst needs so that nothing is built again.
 * Whoever reads it takes it for hostile: it names no budgets, no invocations and no prices, and nothing in it is a path of
 * the reader's machine.
 */
export const zCarriedBuild = z.strictObject({
  v: z.literal(1),
  /** Programs that it was built for: the reader has the very same, or refuses. */
  engine: zPinnedProgram,
  shim: zPinnedProgram,
  layers: z.array(zLayer).min(1).max(3),
  profile: zForgeInvocation.shape.profile,
  env: zForgeInvocation.shape.env,
  targets: z.array(zTarget).max(TARGETS_LIMIT),
  runnerOnly: z.array(z.strictObject({ target: zTarget, why: z.enum(['fork', 'ffi']) })).max(TARGETS_LIMIT),
  unitTests: z.array(zHostileText.refine((id) => readTargetId(id) !== null, 'names no test')).max(TARGETS_LIMIT),
  notes: z.array(zNote).max(1_000),
  /** Sources that the change can affect; null when nothing was to be chosen. */
  affected: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('affected'), paths: z.array(zHostileText).max(100_000) }),
      z.strictObject({ kind: z.literal('all'), why: z.string().max(NOTE_LIMIT) }),
    ])
    .nullable(),
  userForgeVersion: z.string().max(200).nullable(),
})
export type CarriedBuild = z.output<typeof zCarriedBuild>

/** What is handed over: the document, and the compressed layers that it names, by digest. */
export interface Carried {
  readonly build: CarriedBuild
  readonly blobs: PackedLayers['blobs']
}

/**
 * Builds a project, finds its targets and packs it, for another machine to burst. Nothing is calibrated and nothing is split
 * here: the burst plans with its own money and its own measure.
 * @throws what building, discovering and packing throw
 */
export async function carryBuild(
  root: string,
  options: BurstOptions,
  changed: BurstRequest['changed'],
  deps: BurstDeps,
): Promise<Carried> {
  const { project, discovery, packed, bench } = await buildProject(root, options, deps)
  await bench.close()
  const cut = (text: string): string => text.slice(0, NOTE_LIMIT).toWellFormed()
  const build: CarriedBuild = {
    v: 1,
    engine: deps.engine.program,
    shim,
    layers: [...packed.layers],
    profile: project.profile,
    env: { ...project.env },
    targets: discovery.targets.map((target) => ({ ...target })),
    runnerOnly: discovery.runnerOnly.map(({ target, why }) => ({ target: { ...target }, why })),
    unitTests: [...discovery.unitTests],
    notes: [...project.notes, ...discovery.notes].map(({ kind, text }) => ({ kind, text: cut(text) })),
    affected: changed === undefined ? null : toWireAffected(await affectedOf(changed)),
    userForgeVersion: project.userForgeVersion,
  }
  return { build: zCarriedBuild.parse(build), blobs: packed.blobs }

  async function affectedOf(change: NonNullable<BurstRequest['changed']>): Promise<Affected> {
    return 'unknown' in change ? { kind: 'all', why: change.unknown } : deps.engine.affected(project, change)
  }

  function toWireAffected(affected: Affected): NonNullable<CarriedBuild['affected']> {
    return affected.kind === 'all'
      ? { kind: 'all', why: cut(affected.why) }
      : { kind: 'affected', paths: [...affected.paths].sort() }
  }
}
