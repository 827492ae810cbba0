import type { z } from 'zod'
import {
  zDropResponse,
  zHeartbeatResponse,
  zJobView,
  zLeaseOffer,
  zMissingResponse,
  zPayoutsResponse,
  zPullJobs,
  zRequesterReceipt,
  zResultsResponse,
  zRootResponse,
  zSettlementResponse,
  zTransactionResponse,
} from '../protocol/api.ts'
import { sha256 } from '../protocol/digest.ts'
import type { Bytes32 } from '../protocol/primitives.ts'
import { zAuditResponse, zNextAudit } from '../protocol/sponsorAudit.ts'
import { zSponsorInfo, zSponsorshipResponse } from '../protocol/sponsorship.ts'
import { blobCalls } from './blobCalls.ts'
import { NotARelay } from './errors.ts'
import type { AuditorPool, CallOptions, PoolConnection, PoolOptions, RequesterPool, WorkerPool } from './pool.ts'
import { readEvents } from './readEvents.ts'
import { type Call, openSignedCalls, type SignedCalls } from './signedCalls.ts'

/** How long calls are retried that name no deadline of their own, in milliseconds. */
const RETRY_FOR_MS = 60_000
/** Most digests of one question for missing blobs (protocol/api.ts). */
const DIGESTS_PER_QUESTION = 64

/**
 * Connects to a relay as one actor: reads what it is, registers the session.
 * @throws RelayUnreachable after `retryForMs`, NotARelay, RelayRefused
 */
export async function connectPool(options: PoolOptions): Promise<PoolConnection> {
  const calls = await openSignedCalls(options)
  return {
    url: options.url,
    get info() {
      return calls.info
    },
    relayNowMs: () => calls.relayNowMs(),
    requester: requesterCalls(calls, options),
    worker: workerCalls(calls, options),
    auditor: auditorCalls(calls, options),
    sponsorOwner: {
      setCaps: (caps, call) => done(calls, { method: 'POST', path: '/sponsor/caps', json: caps }, call),
      setDenial: (denial, call) => done(calls, { method: 'POST', path: '/sponsor/denials', json: denial }, call),
    },
  }
}

async function answer<S extends z.ZodType>(
  calls: SignedCalls,
  call: Call,
  schema: S,
  options?: CallOptions,
): Promise<z.output<S>> {
  return calls.retried(call, async (response) => schema.parse(await response.json()), options)
}

async function done(calls: SignedCalls, call: Call, options?: CallOptions): Promise<void> {
  await calls.retried(call, async (response) => response.body?.cancel(), options)
}

function requesterCalls(calls: SignedCalls, options: PoolOptions): RequesterPool {
  const post = (path: string, json: unknown) => ({ method: 'POST', path, json }) as const
  return {
    ...blobCalls(calls, options.url),
    async missingBlobs(digests, call) {
      const missing: Bytes32[] = []
      for (let from = 0; from < digests.length; from += DIGESTS_PER_QUESTION) {
        const some = digests.slice(from, from + DIGESTS_PER_QUESTION)
        missing.push(
          ...(await answer(calls, post('/blobs/missing', { digests: some }), zMissingResponse, call)).missing,
        )
      }
      return missing
    },
    putBlob: (digest, source, call) =>
      done(calls, { method: 'PUT', path: `/blobs/${digest}`, blob: { source, digest } }, call),
    postJob: (document, call) => answer(calls, post('/jobs', document), zJobView, call),
    job: (job, call) => answer(calls, { method: 'GET', path: `/jobs/${job}` }, zJobView, call),
    events: (job, from = {}) =>
      readEvents(job, from, {
        calls,
        clock: options.clock,
        url: options.url,
        retryForMs: options.retryForMs ?? RETRY_FOR_MS,
        ...(options.signal && { signal: options.signal }),
      }),
    signLease: (job, signed, call) => done(calls, post(`/jobs/${job}/leases`, signed), call),
    receipt: (job, receipt, call) => done(calls, post(`/jobs/${job}/receipts`, receipt), call),
    verdict: (job, verdict, call) => done(calls, post(`/jobs/${job}/verdicts`, verdict), call),
    auditShard: (job, shard, call) => done(calls, post(`/jobs/${job}/audits`, shard), call),
    drop: async (job, shards, call) =>
      (await answer(calls, post(`/jobs/${job}/drop`, { shards }), zDropResponse, call)).dropped,
    cancel: (job, call) => done(calls, post(`/jobs/${job}/cancel`, {}), call),
    pullJobs: async (pull, call) =>
      (await answer(calls, { method: 'GET', path: `/pulls/${pull}/jobs` }, zPullJobs, call)).jobs,
    settle: (job, settlement, call) =>
      answer(calls, post(`/jobs/${job}/settlement`, settlement), zSettlementResponse, call),
    publish: (job, publication, call) => done(calls, post(`/jobs/${job}/publication`, publication), call),
    submitOpen: (request, call) => answer(calls, post('/transactions/open', request), zTransactionResponse, call),
    submitClose: (job, call) => answer(calls, post('/transactions/close', { job }), zTransactionResponse, call),
    sponsor: (call) => answer(calls, { method: 'GET', path: '/sponsor' }, zSponsorInfo, call),
    askSponsor: (request, call) => answer(calls, post('/sponsor/grants', request), zSponsorshipResponse, call),
    openResults: (job, key, call) => done(calls, post(`/jobs/${job}/result-key`, { key }), call),
  }
}

function auditorCalls(calls: SignedCalls, options: PoolOptions): AuditorPool {
  const post = (path: string, json: unknown) => ({ method: 'POST', path, json }) as const
  return {
    ...blobCalls(calls, options.url),
    nextAudit: async (call) =>
      (await answer(calls, post('/sponsor/audits/next', {}), zNextAudit, call)).audit ?? undefined,
    audit: (job, leases, call) => answer(calls, post(`/sponsor/audits/${job}`, { leases }), zAuditResponse, call),
  }
}

function workerCalls(calls: SignedCalls, options: PoolOptions): WorkerPool {
  const post = (path: string, json: unknown) => ({ method: 'POST', path, json }) as const
  return {
    ...blobCalls(calls, options.url),
    hello: (hello, call) => done(calls, post('/workers', hello), call),
    async nextLease(request, call) {
      const response = await calls.once(post('/leases/next', request), call?.signal)
      if (response.status === 204) return undefined
      const offer = zLeaseOffer.safeParse(await response.json())
      if (!offer.success) throw new NotARelay(options.url, 'its lease cannot be read', offer.error)
      return offer.data
    },
    heartbeat: async (lease, finished, call) =>
      (await answer(calls, post(`/leases/${lease}/heartbeat`, { done: finished }), zHeartbeatResponse, call)).order,
    root: (lease, root, call) => answer(calls, post(`/leases/${lease}/root`, root), zRootResponse, call),
    requesterReceipt: async (lease, call) =>
      (await answer(calls, { method: 'GET', path: `/leases/${lease}/receipt` }, zRequesterReceipt, call)).receipt,
    putResults: async (lease, sealed, call) => {
      const blob = { source: sealed, digest: sha256(sealed) }
      return (await answer(calls, { method: 'PUT', path: `/leases/${lease}/results`, blob }, zResultsResponse, call))
        .digest
    },
    release: (lease, why, call) => done(calls, post(`/leases/${lease}/release`, { why }), call),
    payouts: async (call) => (await answer(calls, { method: 'GET', path: '/payouts' }, zPayoutsResponse, call)).payouts,
    job: (job, call) => answer(calls, { method: 'GET', path: `/jobs/${job}` }, zJobView, call),
  }
}
