import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { packLayers } from '../src/bundle/packLayers.ts'
import type { TargetKind } from '../src/engines/engine.ts'
import { sha256 } from '../src/protocol/digest.ts'
import type { SelfTest } from '../src/verify/selfTest.ts'
import { openEngine } from '../worker/src/openEngine.ts'
import { repositoryRoot } from './runStep.ts'

/** Builds `worker/selftest/project` and writes it as a ready bundle, because nobody who runs it has a compiler. Run it when the pinned forge changes. */
const work = await mkdtemp(path.join(tmpdir(), 'fuzzburst-selftest-'))
try {
  const root = path.join(work, 'project')
  await cp(path.join(repositoryRoot, 'worker', 'selftest', 'project'), root, { recursive: true })
  const engine = await openEngine(path.join(work, 'engines'), {
    platform: `${process.platform}-${process.arch}`,
    env: process.env,
  })
  const project = await engine.build({
    root,
    env: {},
    solc: path.join(repositoryRoot, 'scripts', 'solc.mjs'),
    onProgress: (line) => console.error(line),
  })
  const { targets } = await engine.discover(project)
  const packed = await packLayers(project)
  const invocation = (kind: TargetKind, runs: number, corpus: boolean) =>
    engine.invocation({
      kind,
      targets: targets.filter((target) => target.kind === kind),
      runs,
      invariantDepth: 32,
      corpus,
      profile: project.profile,
      env: project.env,
    })
  const selfTest: SelfTest = {
    v: 1,
    layers: [...packed.layers],
    blobs: Object.fromEntries(
      [...packed.blobs].map(([digest, bytes]) => [digest, Buffer.from(bytes).toString('base64')]),
    ),
    limits: {
      cpuSeconds: 60,
      wallSeconds: 300,
      memoryBytes: 2 ** 30,
      processes: 64,
      fileBytes: 2 ** 27,
      outputBytes: 2 ** 27,
    },
    slices: [
      { invocation: invocation('fuzz', 256, false), seed: sha256('fuzzburst self-test fuzz') },
      { invocation: invocation('invariant', 16, false), seed: sha256('fuzzburst self-test invariant') },
      { invocation: invocation('invariant', 16, true), seed: sha256('fuzzburst self-test coverage') },
    ],
  }
  const target = path.join(repositoryRoot, 'src', 'verify', 'selfTestCampaign.json')
  await writeFile(target, `${JSON.stringify(selfTest, null, 2)}\n`)
  console.log(`the self-test: ${targets.length} targets, ${packed.layers.length} layers`)
} finally {
  await rm(work, { recursive: true, force: true })
}
