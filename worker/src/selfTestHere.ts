import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSandbox } from '../../src/sandbox/openSandbox.ts'
import type { SandboxTier } from '../../src/sandbox/sandbox.ts'
import { runSelfTest, type SelfTestReport } from '../../src/verify/selfTest.ts'
import { openEngine } from './openEngine.ts'

/** Runs the built-in campaign on this machine, outside of a running worker. @throws SelfTestFailed */
export async function selfTestHere(tier?: SandboxTier): Promise<{ tier: SandboxTier; report: SelfTestReport }> {
  const sandbox = await openSandbox(tier === undefined ? {} : { tier })
  const world = { platform: `${process.platform}-${process.arch}`, env: process.env }
  const engine = await openEngine(join(tmpdir(), 'fuzzburst-engines'), world)
  return { tier: sandbox.tier, report: await runSelfTest(engine, sandbox) }
}
