import { privateKeyToAccount } from 'viem/accounts'
import { connectPool } from '../pool/connectPool.ts'
import type { PoolConnection } from '../pool/pool.ts'
import { zBytes32 } from '../protocol/primitives.ts'
import { sessionSigner } from '../protocol/requestSignature.ts'
import { KeyMissing } from './errors.ts'

/**
 * A session at a relay for one command, of the key in an environment variable. The key signs that session and nothing else.
 * @throws KeyMissing, RelayUnreachable, NotARelay
 */
export async function openRelaySession(relay: string, variable: string, signal?: AbortSignal): Promise<PoolConnection> {
  const key = zBytes32.safeParse(process.env[variable])
  if (!key.success) throw new KeyMissing(variable)
  return connectPool({
    url: relay.replace(/\/+$/, ''),
    account: privateKeyToAccount(key.data),
    session: sessionSigner(),
    clock: { nowMs: () => Date.now(), sleep },
    fetch,
    ...(signal && { signal }),
  })
}

/** Resolves after so many milliseconds, or when the signal is aborted. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', done, { once: true })
    function done(): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
  })
}
