import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { createForgeEngine } from '../../src/engines/forge/forgeEngine.ts'
import { findForge, forgeProgram } from '../../src/engines/forge/program.ts'
import { connectPool } from '../../src/pool/connectPool.ts'
import { leaseId } from '../../src/protocol/messages.ts'
import { sessionSigner } from '../../src/protocol/requestSignature.ts'
import { signMessageStruct } from '../../src/protocol/signing.ts'
import { forgeWhere } from '../../src/requester/connectWorld.ts'
import { openSandbox } from '../../src/sandbox/openSandbox.ts'
import { runSelfTest } from '../../src/verify/selfTest.ts'
import { systemClock } from '../../worker/src/clock.ts'
import { sealShardResults } from '../../worker/src/commitShard.ts'
import { zLeaseProof } from '../../worker/src/leaseProof.ts'
import { loadSettings } from '../../worker/src/loadSettings.ts'

/**
 * A worker that computes nothing: it has got hold of a neighbour's signed root (its data directory) and signs the same root
 * for a lease of its own.
 */
const { settings, identity } = await loadSettings({}, process.env)
const neighbour = path.join(settings.dataDir, '..', 'worker-1', 'proofs')
const connection = await connectPool({
  url: settings.relays[0]!,
  session: sessionSigner(),
  account: identity.account,
  clock: systemClock,
  fetch,
})
const relay = connection.worker
// Nobody leases to a class that its requester does not share: so it says the class that an honest machine has here.
const engine = createForgeEngine(await findForge(forgeWhere(process.env)))
const { determinismClass } = await runSelfTest(engine, await openSandbox())
await relay.hello({
  name: settings.name,
  version: 'cheat',
  slots: 1,
  tier: 'landlock',
  determinismClass,
  engines: [forgeProgram],
})
process.once('SIGTERM', () => process.exit(0))
process.once('disconnect', () => process.exit(0))
process.stdout.write('worker started\n')

async function stolenRoot(): Promise<`0x${string}`> {
  for (;;) {
    const [name] = await readdir(neighbour).catch(() => [])
    if (name !== undefined)
      return zLeaseProof.parse(JSON.parse(await readFile(path.join(neighbour, name), 'utf8'))).root.message.root
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

for (;;) {
  const offer = await relay.nextLease({ freeSlots: 1, waitSeconds: 5 })
  if (offer === undefined) continue
  const { job, specDigest, slices } = offer.message
  const message = { job, lease: leaseId(offer.message), specDigest, root: await stolenRoot(), done: slices }
  await relay.root(offer.lease, {
    message,
    signature: await signMessageStruct(identity.account, offer.venue, 'Root', message),
  })
  await relay.putResults(offer.lease, sealShardResults(offer, []))
}
