import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { documentDigest } from '../protocol/digest.ts'
import { type Bytes32, toWire, zBytes32 } from '../protocol/primitives.ts'
import { shim } from '../sandbox/shim.ts'
import { runSelfTest, selfTestDigest } from '../verify/selfTest.ts'
import type { BurstDeps } from './burstDeps.ts'
import { writeWhole } from './projectState.ts'

const zStored = z.strictObject({ v: z.literal(1), determinismClass: zBytes32 })

/**
 * The determinism class of this machine, by the very self-test that workers run: it audits only what its class can judge. Kept in
 * the trusted folder by engine, shim, sandbox, campaign and machine, because none of these changes between two bursts, most of the time.
 * @throws SelfTestFailed when this machine does not agree with itself: it cannot judge anybody then
 */
export async function ownClass(
  deps: Pick<BurstDeps, 'engine' | 'sandbox' | 'trustedDir' | 'machine' | 'say'>,
): Promise<Bytes32> {
  const { engine, sandbox, machine } = deps
  const subject = { engine: engine.program, shim, tier: sandbox.tier, campaign: selfTestDigest, machine }
  const name = documentDigest('machine', JSON.parse(toWire(subject)))
  const path = join(deps.trustedDir, 'cache', 'class', `${name}.json`)
  const stored = await readFile(path, 'utf8').catch(() => undefined)
  const parsed = zStored.safeParse(parseJson(stored))
  if (parsed.success) return parsed.data.determinismClass
  const { determinismClass } = await runSelfTest(engine, sandbox)
  deps.say(`this machine's determinism class is ${determinismClass}`)
  await writeWhole(path, `${JSON.stringify({ v: 1, determinismClass })}\n`)
  return determinismClass
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
