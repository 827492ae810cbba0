import type { Hex } from 'viem'
import type { SessionKey } from '../protocol/messages.ts'
import { isSignedBy } from '../protocol/signing.ts'
import { DelegationRefused } from './errors.ts'
import { SESSION_LIMIT_SECONDS } from './limits.ts'
import { insertSession } from './sql/insertSession.ts'
import { nowSeconds, type RelayWorld } from './world.ts'

/** Lets a session key speak for the actor that signed for it. Safe to repeat. @throws DelegationRefused */
export async function registerSession(
  world: RelayWorld,
  request: { delegation: SessionKey; signature: Hex },
): Promise<void> {
  const { delegation, signature } = request
  const now = nowSeconds(world.clock)
  if (delegation.expires <= now) throw new DelegationRefused('the delegation has expired')
  if (delegation.expires > now + SESSION_LIMIT_SECONDS) throw new DelegationRefused('it lasts longer than seven days')
  if (!(await isSignedBy(delegation.actor, world.venue, 'SessionKey', delegation, signature)))
    throw new DelegationRefused('it is not signed by the key it names')
  if (!(await insertSession(world.database, delegation.publicKey, delegation.actor, delegation.expires)))
    throw new DelegationRefused('the session key speaks for somebody else')
}
