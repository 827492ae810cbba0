import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { DEFAULT_BUNDLE_LIMITS } from '../bundle/bundleLimits.ts'
import { toWire } from '../protocol/primitives.ts'
import { type Carried, zCarriedBuild } from '../requester/carriedBuild.ts'
import { type ArtifactRules, artifactJson, downloadArtifact, readArtifactZip } from './artifactZip.ts'
import { ArtifactRefused } from './errors.ts'
import type { RepositoryCall } from './repositoryCall.ts'

/** Name of the artifact in which a run without a key leaves what it built. */
export const PLAN_ARTIFACT = 'fuzzburst-plan'
const PLAN_FILE = 'plan.json'
const LAYERS = ['dependencies', 'project', 'artifacts'] as const
const layerFile = (kind: (typeof LAYERS)[number]): string => `${kind}.layer`

const RULES: ArtifactRules = {
  name: PLAN_ARTIFACT,
  zipBytes: DEFAULT_BUNDLE_LIMITS.packedBytes + 32 * 2 ** 20,
  files: {
    [PLAN_FILE]: 16 * 2 ** 20,
    ...Object.fromEntries(LAYERS.map((kind) => [layerFile(kind), DEFAULT_BUNDLE_LIMITS.packedBytes])),
  },
}

/** Which commit of which pull request a plan says that it is for. Believed only where GitHub says the same. */
export const zPlanClaim = z.strictObject({
  repository: z.string().max(200),
  pull: z.number().int().positive(),
  head: z.string().regex(/^[0-9a-f]{40,64}$/),
})
export type PlanClaim = z.output<typeof zPlanClaim>

const zPlanFile = z.strictObject({ v: z.literal(1), claim: zPlanClaim, build: zCarriedBuild })

/** A plan as one run hands it to another. */
export interface CarriedPlan extends Carried {
  readonly claim: PlanClaim
}

/** Writes a plan's files into an empty folder. @returns their paths */
export async function writePlan(folder: string, { claim, build, blobs }: CarriedPlan): Promise<string[]> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const files = new Map<string, Uint8Array>([[PLAN_FILE, Buffer.from(toWire({ v: 1, claim, build }))]])
  for (const { kind, digest } of build.layers) {
    const blob = blobs.get(digest)
    if (blob !== undefined) files.set(layerFile(kind), blob)
  }
  const paths: string[] = []
  for (const [name, bytes] of files) {
    paths.push(join(folder, name))
    await writeFile(join(folder, name), bytes, { flag: 'wx' })
  }
  return paths
}

/** A plan from a folder that this program wrote: what the post step has. @throws ArtifactRefused */
export async function readPlan(folder: string): Promise<CarriedPlan> {
  const names = (await readdir(folder)).filter((name) => Object.hasOwn(RULES.files, name))
  return planOf(
    new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const))),
  )
}

/** The plan that another run left; undefined when it left none. @throws ArtifactRefused, and what GitHub answers */
export async function downloadPlan(call: RepositoryCall, run: number): Promise<CarriedPlan | undefined> {
  const files = await downloadArtifact(call, run, RULES)
  return files && planOf(files)
}

/** @throws ArtifactRefused */
export function readPlanZip(zip: Uint8Array): CarriedPlan {
  return planOf(readArtifactZip(zip, RULES))
}

function planOf(files: ReadonlyMap<string, Uint8Array>): CarriedPlan {
  const parsed = zPlanFile.safeParse(artifactJson(files, PLAN_FILE))
  if (!parsed.success) throw new ArtifactRefused(`its ${PLAN_FILE} is no plan of this version`, parsed.error)
  const { claim, build } = parsed.data
  const blobs = new Map(
    build.layers.map(({ kind, digest }) => {
      const blob = files.get(layerFile(kind))
      if (blob === undefined) throw new ArtifactRefused(`it has no ${layerFile(kind)}`)
      return [digest, blob] as const
    }),
  )
  return { claim, build, blobs }
}
